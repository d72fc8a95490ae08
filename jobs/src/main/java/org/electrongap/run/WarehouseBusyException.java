package org.electrongap.run;

/** Another run holds the warehouse, or took it over. */
public final class WarehouseBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WarehouseBusyException(String message) {
        super(message);
    }
}
