package org.electrongap.project;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What linkage looks at in one record of a register.
 *
 * @param id where the record stands
 * @param programme record_id of the record that contains this one
 * @param developers parents of those who build
 * @param tenants parents of those who use the power
 * @param name the name taken apart
 * @param utility who delivers, empty text when not given
 * @param subdivisions ISO 3166-2 codes
 * @param county county in plain words, empty text when not given
 * @param ground pieces of ground and towns that the words name
 * @param point coordinates
 * @param powerKind kind of power
 * @param powerMw power in MW
 * @param announced when it was announced
 */
public record ProjectRecord(
        RecordId id,
        Optional<String> programme,
        String country,
        Set<String> developers,
        Set<String> tenants,
        ProjectName name,
        String utility,
        Set<String> subdivisions,
        String county,
        Ground ground,
        Optional<GeoPoint> point,
        String powerKind,
        OptionalDouble powerMw,
        Optional<DateSpan> announced) {

    /** Those who build; where the register names nobody, the companies that the name mentions. */
    public Set<String> builders() {
        return developers.isEmpty() ? name.parties() : developers;
    }
}
