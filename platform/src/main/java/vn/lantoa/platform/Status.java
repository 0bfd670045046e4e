package vn.lantoa.platform;

import java.util.List;
import java.util.OptionalLong;

/**
 * One part at this moment.
 *
 * @param pid process id, when it runs
 * @param ready whether it does its work
 * @param mebibytes resident memory
 * @param remarks what it says it misses
 */
public record Status(Part part, OptionalLong pid, boolean ready, String url, long mebibytes, List<String> remarks) {}
