package vn.lantoa.rest;

/** A client's name for one of its requests. */
record IdempotencyKey(String client, String operation, String key) {}
