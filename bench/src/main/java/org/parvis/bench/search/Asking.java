package org.parvis.bench.search;

import java.util.Random;

/** A way in which someone types whom they look for. */
enum Asking {
    NAMES("name and first name") {
        @Override
        String typed(Person person, Random random) {
            return person.family() + " " + person.given();
        }
    },
    BIRTH("name and birth date") {
        @Override
        String typed(Person person, Random random) {
            return person.family() + " " + person.birthDate();
        }
    },
    SLIP("name with a slip, and birth date") {
        @Override
        String typed(Person person, Random random) {
            return slipped(person.family(), random) + " " + person.birthDate();
        }
    },
    SLIP_AND_FIRST("name with a slip, and first name") {
        @Override
        String typed(Person person, Random random) {
            return slipped(person.family(), random) + " " + person.given();
        }
    },
    BEGINNING("first letters of the name, and first name") {
        @Override
        String typed(Person person, Random random) {
            return person.family().substring(0, Math.min(4, person.family().length())) + " " + person.given();
        }
    },
    NAME_ALONE("name alone") {
        @Override
        String typed(Person person, Random random) {
            return person.family();
        }
    },
    NUMBER("number") {
        @Override
        String typed(Person person, Random random) {
            return person.number();
        }
    };

    private final String told;

    Asking(String told) {
        this.told = told;
    }

    abstract String typed(Person person, Random random);

    String told() {
        return told;
    }

    /** A letter left out, twice, or in its neighbour's place. */
    private static String slipped(String name, Random random) {
        int at = 1 + random.nextInt(name.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }
}
