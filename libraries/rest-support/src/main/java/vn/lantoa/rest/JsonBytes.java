package vn.lantoa.rest;

/** JSON that is written already. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record JsonBytes(byte[] bytes) {}
