package vn.lantoa.units.calendar;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import vn.lantoa.access.Caller;
import vn.lantoa.problems.FieldError;
import vn.lantoa.problems.Invalid;
import vn.lantoa.rest.Covers;
import vn.lantoa.rest.Created;
import vn.lantoa.rest.IfMatch;
import vn.lantoa.rest.Scoped;
import vn.lantoa.rest.Today;
import vn.lantoa.workingdays.WorkingDays;
import vn.lantoa.workingdays.YearNotLoadedException;

/** Holidays and working days. */
@Path("/calendar")
@Tag(name = "calendar", description = "Holidays, compensated days and working days")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CalendarResource {
    private static final int EARLIEST = 1945;
    private static final int LATEST = 2200;
    private static final int LONGEST = 2000;

    private final Calendars calendars;
    private final KeepCalendars keeping;
    private final WorkingDays workingDays;
    private final Caller caller;
    private final Today today;

    CalendarResource(Calendars calendars, KeepCalendars keeping, WorkingDays workingDays, Caller caller, Today today) {
        this.calendars = calendars;
        this.keeping = keeping;
        this.workingDays = workingDays;
        this.caller = caller;
        this.today = today;
    }

    @GET
    @Path("/years")
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    @Operation(operationId = "listCalendarYears", summary = "The years whose calendar is there")
    public CalendarYears years() {
        return calendars.all();
    }

    @GET
    @Path("/holidays")
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    @Operation(
            operationId = "getHolidays",
            summary = "The calendar of a year: days off, and rest days worked in exchange",
            description = "Each day with the decision behind it and how far it is confirmed. 404 for a year that is not"
                    + " loaded: nothing is guessed.")
    @APIResponse(responseCode = "404", description = "The calendar of this year is not loaded")
    public CalendarYearView holidays(
            @QueryParam("year")
                    @Min(EARLIEST)
                    @Max(LATEST)
                    @Parameter(description = "This year unless given", example = "2025")
                    @Nullable
                    Integer year) {
        return calendars.get(year == null ? today.day().getYear() : year).view();
    }

    @PUT
    @Path("/years/{year}")
    @PermissionsAllowed(KeepCalendars.ACTION)
    @Scoped(Covers.EVERYWHERE)
    @Transactional
    @Operation(
            operationId = "decideCalendar",
            summary = "Enter or replace the calendar of a year",
            description =
                    "If-Match is required once the year is there. Deadlines are computed anew from it everywhere.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = CalendarYearView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Entered for the first time",
            content = @Content(schema = @Schema(implementation = CalendarYearView.class)))
    public RestResponse<CalendarYearView> decide(
            @PathParam("year") @Min(EARLIEST) @Max(LATEST) @Parameter(example = "2028") int year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid DecideCalendar command) {
        caller.requireEverywhere(KeepCalendars.ACTION);
        var held = calendars.of(year).orElse(null);
        if (held != null) {
            IfMatch.require(ifMatch, held.version());
        }
        var view = keeping.enter(year, held, command).view();
        return held == null ? Created.at("/calendar/holidays?year=" + year, view) : RestResponse.ok(view);
    }

    @GET
    @Path("/working-days")
    @Authenticated
    @Scoped(Covers.ACCOUNT)
    @Operation(
            operationId = "countWorkingDays",
            summary = "The n-th working day after a day, or the working days between two",
            description =
                    "With add: the n-th working day after from (before it when negative; 0: from itself). With to: how"
                            + " many there are after from up to and with to. from is never counted (Civil Code"
                            + " 91/2015/QH13, Article 147). Exactly one of add and to. The exceptions tell why the way is"
                            + " as long as it is.")
    @APIResponse(responseCode = "422", description = "Neither or both of add and to; a year that is not loaded")
    public WorkingDaysView workingDays(
            @QueryParam("from") @Parameter(description = "Today unless given", example = "2025-04-25") @Nullable
                    LocalDate from,
            @QueryParam("add") @Min(-LONGEST) @Max(LONGEST) @Parameter(example = "8") @Nullable Integer add,
            @QueryParam("to") @Parameter(description = "Instead of add", example = "2025-05-09") @Nullable
                    LocalDate to) {
        var start = today.or(from);
        var calendar = workingDays.calendar();
        try {
            LocalDate end;
            int counted;
            if (add != null && to == null) {
                end = calendar.add(start, add);
                counted = add;
            } else if (to != null && add == null) {
                end = to;
                counted = calendar.count(start, to);
            } else {
                throw new Invalid("invalid-working-days", FieldError.at("?add", "add-or-to"));
            }
            var first = start.isBefore(end) ? start : end;
            var last = start.isBefore(end) ? end : start;
            return new WorkingDaysView(
                    start, end, counted, calendar.isProvisional(first, last), calendars.exceptions(first, last));
        } catch (YearNotLoadedException missing) {
            throw new Invalid(
                    "invalid-working-days",
                    FieldError.at(
                            add == null ? "?to" : "?add",
                            "calendar-year-not-loaded",
                            Integer.toString(missing.year())));
        }
    }
}
