package vn.lantoa.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrivateLogTest {
    private static final String NAME = "Nông Thị Thơ";

    private final PrivateLog filter = new PrivateLog();

    @AfterEach
    void forget() {
        LogContext.remove(LogContext.REQUEST_ID);
        LogContext.remove(LogContext.EVENT_ID);
    }

    @Test
    void exceptionsOfRequestsKeepKindAndPlaceAndLoseTheirWords() {
        LogContext.put(LogContext.REQUEST_ID, "0");

        assertThat(logged())
                .doesNotContain(NAME)
                .contains("java.lang.IllegalStateException", "java.sql.SQLException [23505]", "PrivateLogTest");
    }

    @Test
    void exceptionsOfEventsToo() {
        LogContext.put(LogContext.EVENT_ID, "0");

        assertThat(logged()).doesNotContain(NAME);
    }

    @Test
    void theServicesOwnFailuresSayWhy() {
        assertThat(logged()).contains(NAME);
    }

    @Test
    void causesInACircleEnd() {
        var one = new IllegalStateException(NAME);
        one.initCause(new IllegalArgumentException(NAME, one));

        assertThat(text(Wordless.of(one))).doesNotContain(NAME).contains("IllegalArgumentException");
    }

    @Test
    void whatComesFromOutsideForgesNoLineAndMovesNoCursor() {
        var forged = "x\r\n2026-11-23 ERROR [vn.lantoa] all rights granted\u001b[2J\u202e\u2028";
        var line = new ExtLogRecord(Level.INFO, "%s asked for %d", ExtLogRecord.FormatStyle.PRINTF, "x");
        line.setParameters(new Object[] {forged, 7});

        filter.isLoggable(line);

        assertThat(line.getFormattedMessage())
                .isEqualTo("x\\u000d\\u000a2026-11-23 ERROR [vn.lantoa] all rights granted\\u001b[2J\\u202e\\u2028"
                        + " asked for 7");
    }

    @Test
    void aMessageOfSeveralLinesIsIndentedAndKeepsItsForm() {
        var line = new ExtLogRecord(Level.INFO, "read %s\nERROR forged\u001b", ExtLogRecord.FormatStyle.PRINTF, "x");
        line.setParameters(new Object[] {"Xã Minh Khai"});

        filter.isLoggable(line);
        filter.isLoggable(line);

        assertThat(line.getFormattedMessage()).isEqualTo("read Xã Minh Khai\n  ERROR forged\\u001b");
    }

    private String logged() {
        var line = new LogRecord(Level.SEVERE, "failed");
        line.setThrown(new IllegalStateException(
                "no unit for " + NAME, new SQLException("Key (name)=(" + NAME + ") exists", "23505")));
        assertThat(filter.isLoggable(line)).isTrue();
        return text(line.getThrown());
    }

    private static String text(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
