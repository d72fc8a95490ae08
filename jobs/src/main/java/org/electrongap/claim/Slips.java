package org.electrongap.claim;

/** Names the slip behind a wrong power of ten. */
final class Slips {

    private Slips() {}

    /**
     * The slip by which a claim misses the truth by 10^power. Japanese counts by 10^4: oku is 10^8 and cho 10^12, so 1,000 oku
     * is 100 billion and one cho a trillion; a digit is lost or won in translation.
     */
    static String name(int power, Unit unit) {
        String size = "Wrong by a power of ten: the truth is "
                + (power > 0
                        ? Numbers.text(StrictMath.pow(10, power)) + " times the claim"
                        : "1/" + Numbers.text(StrictMath.pow(10, -power)) + " of the claim");
        int digits = StrictMath.abs(power);
        if (!unit.isMoney()) {
            return size + (digits == 3 ? ", as when a unit and its thousandfold (MW, GW, TW) are mixed up" : "");
        }
        return size
                + switch (digits) {
                    case 1 -> ", a digit lost or won between oku (10^8) and billion: 1,000 oku is 100 billion";
                    case 3 -> ", the slip between million, billion and trillion";
                    case 4 -> ", the slip between oku (10^8) and cho (10^12)";
                    default -> "";
                };
    }
}
