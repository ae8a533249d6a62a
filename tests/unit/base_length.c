#include "base/length.h"
#include "unit/check.h"

static sp parsed(const char *text) {
    sp length;
    return length_parse(str_from(text), &length) ? length : INT64_MIN;
}

int main(void) {
    struct arena *arena = arena_new();
    CHECK(parsed("13.5 pt") == 884736);
    CHECK(parsed("25.4mm") == 72 * SP_PT);
    CHECK(parsed("2.54 cm") == 72 * SP_PT);
    CHECK(parsed("1 in") == 72 * SP_PT);
    CHECK(parsed("128 mm") == SP_OF_MM(128));
    CHECK(parsed("-0.5 pt") == -32768);
    CHECK(parsed("+ 3pt") == 3 * SP_PT);
    CHECK(parsed("0") == 0 && parsed("0.0") == 0);
    CHECK(parsed("0.00001 pt") == 1); /* 0.65536 sp is nearer to 1 */
    const char *const wrong[] = {
        "",      "pt",     "5",      "1.2.3 pt", ".5 pt",  "5. pt",  "5 px",
        "5 p t", "--5 pt", "1,5 pt", "0x5 pt",   "1e3 pt", "inf pt", "1234567890123456 pt"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        CHECK(parsed(wrong[i]) == INT64_MIN);
    CHECK(parsed("999999999999999 in") == INT64_MIN); /* beyond 64 bits */

    int32_t share;
    CHECK(share_parse(STR("2 %"), &share) && share == 200);
    CHECK(share_parse(STR("0.5%"), &share) && share == 50);
    CHECK(share_parse(STR("0.004 %"), &share) && share == 0);
    CHECK(!share_parse(STR("2"), &share) && !share_parse(STR("-2 %"), &share));
    CHECK(!share_parse(STR("2 % of"), &share) && !share_parse(STR("1000 %"), &share));

    CHECK_STR(length_print(arena, SP_OF_PT(12.375)), "12.375pt");
    CHECK_STR(length_print(arena, 12 * SP_PT), "12pt");
    CHECK_STR(length_print(arena, -SP_PT / 2), "-0.5pt");
    CHECK_STR(length_print(arena, SP_PT + 66), "1.001pt");
    CHECK_STR(length_print(arena, 1), "0pt");

    CHECK(sp_scale(7, 1, 2) == 4 && sp_scale(-7, 1, 2) == -4 && sp_scale(7, 1, -2) == -4);
    CHECK(sp_scale(INT64_MAX / 2, 4, 8) == INT64_MAX / 4 + 1); /* 2^61 - 0.25, no overflow */
    arena_free(arena);
    return check_end();
}
