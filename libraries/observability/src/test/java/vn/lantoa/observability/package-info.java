@org.jspecify.annotations.NullMarked
package vn.lantoa.observability;
