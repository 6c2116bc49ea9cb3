package org.parvis.bench.load;

/** What is measured, with the ratios to reach against the peer: issue 2, section 3. */
enum Measure {
    INGEST("transaction ingest, a resource", 8, 6),
    CREATE("create Observation", 6, 6),
    UPDATE("update Observation", 6, 6),
    READ("read Patient or Observation", 10, 10),
    IDENTIFIER("Patient?identifier", 15, 15),
    PATIENT_AND_CODE("Observation?patient&code&_sort=-date, 20", 15, 15),
    CODE_PAGE("Observation?code, 50", 10, 10),
    INCLUDE("Encounter?patient&_include, 20", 10, 10),
    HAS("Patient?_has:Observation:patient:code, 20", 50, 50),
    CODE_AND_QUANTITY("Observation?code&value-quantity, 50", 10, 10),
    CHAIN("Observation?patient.identifier, 20", 5, 5);

    private final String shown;
    private final int cpuGoal;
    private final int wallGoal;

    Measure(String shown, int cpuGoal, int wallGoal) {
        this.shown = shown;
        this.cpuGoal = cpuGoal;
        this.wallGoal = wallGoal;
    }

    int cpuGoal() {
        return cpuGoal;
    }

    int wallGoal() {
        return wallGoal;
    }

    @Override
    public String toString() {
        return shown;
    }
}
