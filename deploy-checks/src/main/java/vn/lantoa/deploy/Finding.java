package vn.lantoa.deploy;

/**
 * One fault.
 *
 * @param rule name of the check
 * @param place where: overlay, file, resource and path
 * @param problem what is wrong
 * @param mend what to do about it
 */
public record Finding(String rule, Place place, String problem, String mend) {
    @Override
    public String toString() {
        return place + ": " + problem + ". Mend: " + mend + " [" + rule + "]";
    }

    /**
     * Where a fault is.
     *
     * @param file relative to the project, with slashes
     * @param resource kind and name, or empty
     * @param path of the field within the resource, or empty
     */
    public record Place(String file, String resource, String path) {
        @Override
        public String toString() {
            return file + (resource.isEmpty() ? "" : ", " + resource) + (path.isEmpty() ? "" : ", " + path);
        }
    }
}
