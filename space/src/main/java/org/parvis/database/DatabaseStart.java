package org.parvis.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Opens the database while the rest of the server starts: each takes a second, mostly in its own process. */
public final class DatabaseStart implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        var settings = Binder.get(context.getEnvironment()).bindOrCreate("parvis.database", DatabaseSettings.class);
        var opening = CompletableFuture.supplyAsync(
                () -> Database.open(settings),
                task -> Thread.ofPlatform().name("database-start").start(task));
        context.registerBean("database", Database.class, () -> opened(opening), DatabaseStart::closedBelow);
        // Also when the start fails before anybody has asked for the database; and after everybody who uses it.
        context.getDefaultListableBeanFactory().registerDisposableBean("databaseStart", () -> close(opening));
    }

    private static Database opened(CompletableFuture<Database> opening) {
        try {
            return opening.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof DatabaseRefused refusal ? refusal : failure;
        }
    }

    private static void closedBelow(BeanDefinition definition) {
        ((AbstractBeanDefinition) definition).setDestroyMethodName("");
    }

    private static void close(CompletableFuture<Database> opening) {
        opening.handle((database, failure) -> {
                    if (database != null) {
                        database.close();
                    }
                    return null;
                })
                .join();
    }
}
