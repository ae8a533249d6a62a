/* What a role of the theme says of figures and small capitals reaches the glyphs on the page, where
 * the font has them; and how far lines give way is what the theme says. */
#include "layout/layout.h"
#include "publication/compose.h"
#include "unit/check.h"
#include "unit/text_support.h"
#include <stdlib.h>

static const char theme_yaml[] =
    "inner: 20 mm\nouter: 20 mm\ngrid: 12 pt\nlines: 40\nfirst_baseline: 30 mm\n"
    "expansion: 1 %\nspacing: 0.25 %\nprotrusion: false\n"
    "roles:\n"
    "  text: {family: Noto Sans, size: 10 pt, leading: 12 pt}\n"
    "  table: {tabular: true}\n"
    "  running: {oldstyle: true}\n"
    "  name: {smallcaps: true}\n"
    "  both: {like: running, tabular: true}\n"
    "  plain_again: {like: both, tabular: false, oldstyle: false}\n"
    "  without: {family: PT Serif, oldstyle: true, smallcaps: true, tabular: true}\n"
    "  without_plain: {family: PT Serif}\n";

static struct arena *arena;
static struct diag *diag;
static struct fonts *fonts;
static struct text *text;
static struct theme theme;
static struct look *look;

static void read_theme(void) {
    struct node *root = yaml_read(arena, "theme.yaml", str_from(theme_yaml), diag);
    schema_read(&theme_record, root, &theme, arena, diag);
    look = look_new(&theme, fonts, STR("en"), arena, diag);
}

/* The page of a document of one paragraph. */
static const struct page *set(const char *role, const char *words) {
    struct edition edition = {.theme = &theme, .look = look, .arena = arena, .diag = diag};
    static struct master master = {.width = SP_OF_PT(200),
                                   .height = SP_OF_PT(600),
                                   .grid = SP_OF_PT(12),
                                   .lines = 40,
                                   .columns = 1};
    struct doc *doc = doc_begin(&edition, STR("A"), STR("B"), STR("en"), (struct date){0}, STR(""));
    struct flow *flow = doc_flow(doc, arena, &master, START_PAGE);
    struct block *block = block_new(arena, flow->root, BLOCK_PARAGRAPH, ROLE_PARAGRAPH,
                                    look_style(look, role), (struct span){0});
    run_add(&block->runs, arena, RUN_TEXT, block->style, str_from(words), (struct span){0});
    struct layout_options options = {0};
    const struct pages *pages = layout_doc(doc, text, &options, arena, diag);
    CHECK(pages && pages->count == 1);
    return &pages->at[0];
}

static const struct glyphs *glyphs_of(const char *role, const char *word) {
    return set(role, word)->items[0].text.words[0].glyphs;
}

static bool same_glyphs(const char *role, const char *other, const char *word) {
    const struct glyphs *a = glyphs_of(role, word), *b = glyphs_of(other, word);
    CHECK(a->count == b->count);
    for (uint16_t i = 0; i < a->count; i++)
        if (a->at[i].id != b->at[i].id)
            return false;
    return true;
}

static bool one_width(const char *role) {
    const struct glyphs *figures = glyphs_of(role, "0123456789");
    CHECK(figures->count == 10);
    for (uint16_t i = 1; i < figures->count; i++)
        if (figures->at[i].advance != figures->at[0].advance)
            return false;
    return true;
}

/* What changes on a page of justified text: its letters, the white between them, 1/10000 and 1/1000
 * em at most, and whether the mark at its beginning hangs in the margin. */
static void check_give(int32_t expansion, int32_t tracking, bool hangs) {
    const struct page *page = set(
        "text",
        "\u201CProviding consistent attention to the problems of human trafficking at the UN, and "
        "being an umbrella document on international efforts, the resolution, for the first "
        "time, united all the individual thematic initiatives to combat trafficking.\u201D");
    int32_t most_expansion = 0, most_tracking = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        int32_t wider = abs(item->text.expansion - 10000), more = abs(item->text.tracking);
        most_expansion = wider > most_expansion ? wider : most_expansion;
        most_tracking = more > most_tracking ? more : most_tracking;
    }
    CHECK(most_expansion <= expansion && (most_expansion > 0) == (expansion > 0));
    CHECK(most_tracking <= tracking && (most_tracking > 0) == (tracking > 0));
    CHECK((page->items[0].x + page->items[0].text.words[0].x < 0) == hangs);
}

static void check_limits(void) {
    check_give(100, 2, false);
    theme.expansion.value = theme.spacing.value = 0;
    check_give(0, 0, false);
    theme.expansion.given = theme.spacing.given = theme.protrusion.given = false;
    check_give(THEME_MOST_EXPANSION, THEME_MOST_SPACING / 10, true);
}

int main(void) {
    arena = arena_new();
    diag = diag_new(arena);
    fonts = support_fonts(arena, diag);
    text = text_new(fonts, "/usr/share/hyphen");
    read_theme();
    CHECK(!same_glyphs("text", "running", "0123456789"));
    CHECK(!same_glyphs("text", "name", "embassy"));
    CHECK(same_glyphs("text", "name", "EMBASSY"));
    CHECK(one_width("table") && one_width("both"));
    CHECK(!same_glyphs("both", "table", "0123456789"));
    CHECK(same_glyphs("plain_again", "text", "0123456789"));
    CHECK(same_glyphs("without", "without_plain", "0123456789"));
    CHECK(same_glyphs("without", "without_plain", "embassy"));
    check_limits();
    return support_end(text, fonts, arena, diag);
}
