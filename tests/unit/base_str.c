#include "base/str.h"
#include "unit/check.h"
#include <string.h>

static uint32_t first(const char *text, size_t *used) {
    const char *at = text;
    uint32_t c = utf8_next(&at, text + strlen(text));
    *used = (size_t)(at - text);
    return c;
}

/* Ill-formed bytes give one U+FFFD a maximal subpart (Unicode 15, table 3-8). */
static void test_utf8(void) {
    size_t used;
    CHECK(first("Ў", &used) == 0x40E && used == 2);
    CHECK(first("\xF0\x9F\x98\x80", &used) == 0x1F600 && used == 4);
    CHECK(first("\xC0\x80", &used) == 0xFFFD && used == 1);     /* overlong */
    CHECK(first("\xED\xA0\x80", &used) == 0xFFFD && used == 1); /* surrogate */
    CHECK(first("\xE2\x82", &used) == 0xFFFD && used == 2);     /* cut short */
    CHECK(first("\xF0\x9F\x41", &used) == 0xFFFD && used == 2);
    CHECK(utf8_fault(STR("plain and Беларусь and 漢字")) == SIZE_MAX);
    CHECK(utf8_fault(STR("0123456789\xFF")) == 10);
    CHECK(utf8_fault(STR("0123456\xE2\x82")) == 7);
    bool all_came_back = true;
    for (uint32_t c = 1; c < 0x110000; c += 97) {
        char bytes[4];
        const char *at = bytes;
        size_t length = utf8_write(bytes, c);
        uint32_t back = utf8_next(&at, bytes + length);
        uint32_t expected = c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
        all_came_back = all_came_back && back == expected && at == bytes + length;
    }
    CHECK(all_came_back);
}

static void test_distance(void) {
    CHECK(str_distance(STR("adress"), STR("address"), 3) == 1);
    CHECK(str_distance(STR("tpye"), STR("type"), 3) == 1); /* a swap is one step */
    CHECK(str_distance(STR("kitten"), STR("sitting"), 5) == 3);
    CHECK(str_distance(STR("kitten"), STR("sitting"), 2) == 3); /* cut off: more than 2 */
    CHECK(str_distance(STR(""), STR("ab"), 5) == 2);
    CHECK(str_distance(STR("мiнск"), STR("мінск"), 3) == 1); /* code points, not bytes */
    CHECK(str_distance(STR("abcdefgh"), STR("hgfedcba"), 2) == 3);
    CHECK(str_distance(STR("same"), STR("same"), 0) == 0);
}

static void test_parts(struct arena *arena) {
    CHECK_STR(str_trim(STR(" \t a b \r\n")), "a b");
    CHECK_STR(str_part(STR("abc"), 1, 99), "bc");
    CHECK_STR(str_part(STR("abc"), 9, 1), "");
    CHECK(str_find(STR("a needle"), STR("needle")) == 2);
    CHECK(str_find(STR("a needl"), STR("needle")) == SIZE_MAX);
    CHECK_STR(str_replace(arena, STR("a--b--"), STR("--"), STR("–")), "a–b–");
    CHECK_STR(str_replace(arena, STR("aaa"), STR("aa"), STR("")), "a");
    CHECK(str_compare(STR("ab"), STR("abc")) < 0 && str_compare(STR("b"), STR("abc")) > 0);
    CHECK(str_print(arena, "%300d", 1).length == 300);
    CHECK(str_hash(STR("address")) != str_hash(STR("addresS")));
    CHECK(str_hash(STR("a")) != str_hash((struct str){"a\0", 2}));
}

static void test_buffer(void) {
    struct buffer buffer = {0};
    for (int i = 0; i < 100; i++)
        buffer_print(&buffer, "%d,", i);
    buffer_print(&buffer, "%400s", "x");
    CHECK(buffer.length == 10 * 2 + 90 * 3 + 400);
    CHECK(str_ends(buffer_view(&buffer), STR("   x")));
    buffer_free(&buffer);
}

int main(void) {
    struct arena *arena = arena_new();
    test_utf8();
    test_distance();
    test_parts(arena);
    test_buffer();
    arena_free(arena);
    return check_end();
}
