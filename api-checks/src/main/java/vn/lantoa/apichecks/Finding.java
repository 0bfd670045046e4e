package vn.lantoa.apichecks;

/**
 * A mistake in a contract.
 *
 * @param place operation, schema or parameter: {@code getUnit}, {@code UnitView.name}
 * @param mistake what is wrong there
 */
record Finding(String place, String mistake) {
    @Override
    public String toString() {
        return place + ": " + mistake;
    }
}
