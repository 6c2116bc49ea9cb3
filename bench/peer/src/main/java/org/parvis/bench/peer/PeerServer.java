package org.parvis.bench.peer;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The peer's HTTP side: its FHIR servlet below {@code /fhir}, on the loopback address only. */
final class PeerServer {
    private static final int PAGE_SIZE_LIMIT = 5000;

    private final Tomcat tomcat;
    private final AnnotationConfigApplicationContext beans;

    private PeerServer(Tomcat tomcat, AnnotationConfigApplicationContext beans) {
        this.tomcat = tomcat;
        this.beans = beans;
    }

    static PeerServer start(PeerSettings settings, PeerDatabase database) throws LifecycleException {
        var beans = new AnnotationConfigApplicationContext();
        beans.registerBean(PeerSettings.class, () -> settings);
        beans.registerBean(PeerDatabase.class, () -> database);
        beans.register(PeerConfiguration.class);
        beans.refresh();
        var tomcat = tomcat(settings, servlet(settings, beans));
        return new PeerServer(tomcat, beans);
    }

    private static RestfulServer servlet(PeerSettings settings, AnnotationConfigApplicationContext beans) {
        IFhirSystemDao<?, ?> system = beans.getBean(IFhirSystemDao.class);
        var servlet = new RestfulServer(system.getContext());
        servlet.registerProviders(beans.getBean(ResourceProviderFactory.class).createProviders());
        servlet.registerProvider(beans.getBean(IJpaSystemProvider.class));
        servlet.setServerConformanceProvider(new JpaCapabilityStatementProvider(
                servlet,
                system,
                beans.getBean(JpaStorageSettings.class),
                beans.getBean(ISearchParamRegistry.class),
                beans.getBean(IValidationSupport.class)));
        servlet.setPagingProvider(paging(beans.getBean(DatabaseBackedPagingProvider.class)));
        servlet.setDefaultResponseEncoding(EncodingEnum.JSON);
        servlet.setServerAddressStrategy(new HardcodedServerAddressStrategy(settings.base()));
        beans.getAutowireCapableBeanFactory().autowireBean(servlet);
        return servlet;
    }

    private static DatabaseBackedPagingProvider paging(DatabaseBackedPagingProvider paging) {
        paging.setMaximumPageSize(PAGE_SIZE_LIMIT);
        return paging;
    }

    private static Tomcat tomcat(PeerSettings settings, RestfulServer servlet) throws LifecycleException {
        var tomcat = new Tomcat();
        tomcat.setBaseDir(settings.data().resolve("tomcat").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(settings.port());
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        tomcat.getConnector().setMaxPostSize(-1);
        var context = tomcat.addContext("", Path.of("").toAbsolutePath().toString());
        Tomcat.addServlet(context, "fhir", servlet).setLoadOnStartup(1);
        context.addServletMappingDecoded("/fhir/*", "fhir");
        tomcat.start();
        return tomcat;
    }

    void stop() {
        try {
            tomcat.stop();
        } catch (LifecycleException fault) {
            throw new IllegalStateException(fault);
        } finally {
            beans.close();
        }
    }
}
