/* The dump shows what a page holds, in a form that does not change between runs. */
#include "page/page.h"
#include "unit/check.h"

static const struct face face = {.postscript_name = {"Test-Regular", 12}, .upem = 1000};

static const struct glyphs *word(struct arena *arena, struct str text) {
    struct glyphs *glyphs = arena_alloc(arena, sizeof *glyphs);
    *glyphs = (struct glyphs){.face = &face, .text = text};
    return glyphs;
}

int main(void) {
    struct arena *arena = arena_new();
    struct tag tags[] = {{0}, {.role = ROLE_DOCUMENT}, {.role = ROLE_H1, .parent = 1}};
    struct tag_texts texts = {.language = STR("be")};
    tags[2].texts = &texts;
    struct placed words[] = {{word(arena, STR("Say")), 0, 0, 0},
                             {word(arena, STR("\"x\"")), 3 * 65536, 0, PLACED_SPACE}};
    struct item items[2] = {{.kind = ITEM_TEXT, .tag = 2, .x = SP_PT, .y = SP_OF_PT(2.5)},
                            {.kind = ITEM_RULE, .artifact = ARTIFACT_FOOTER}};
    items[0].text.words = words;
    items[0].text.count = 2;
    items[0].text.size = SP_OF_PT(9.25);
    items[1].rule.width = -SP_OF_PT(0.125);
    struct page page = {.width = SP_OF_PT(100),
                        .height = SP_PT,
                        .items = items,
                        .item_count = 2,
                        .label = STR("iv")};
    struct pages pages = {.at = &page, .count = 1, .tags = {tags, 3, 3}};
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    CHECK(out);
    pages_dump(&pages, out);
    fclose(out);
    CHECK_STR(((struct str){text, length}),
              "page 1 label \"iv\" (100 1)\n"
              "  text H1:2 (1 2.5) #000000 Test-Regular 9.25 0:\"Say\" _3:\"\\\"x\\\"\"\n"
              "  rule footer (0 0) #000000 (-0.125 0)\n"
              "tag 1 Document in 0\n"
              "tag 2 H1 in 1 language \"be\"\n");
    free(text);
    arena_free(arena);
    return check_end();
}
