package org.parvis.fhir.subscription;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The couriers at work on this node, one for each subscriber. */
final class Couriers {

    private final Delivery delivery;
    private final Map<Long, Courier> atWork = new ConcurrentHashMap<>();

    Couriers(Delivery delivery) {
        this.delivery = delivery;
    }

    void start(long rid, Asked asked) {
        var courier = new Courier(rid, asked, delivery);
        Courier former = atWork.put(rid, courier);
        if (former != null) {
            former.stop();
        }
        courier.start();
    }

    void wake(long rid) {
        Courier courier = atWork.get(rid);
        if (courier != null) {
            courier.wake();
        }
    }

    void stop(long rid) {
        Courier courier = atWork.remove(rid);
        if (courier != null) {
            courier.stop();
        }
    }

    void stopAll() {
        atWork.keySet().forEach(this::stop);
    }
}
