/* Paragraphs of a document get a line more or less, so that its pages and columns end
 * level. */
#include "layout/layout.h"
#include "unit/check.h"
#include "unit/text_support.h"

enum { LINES = 30, PARAGRAPHS = 120, SENTENCES = 8, PAGES = 12, MANY = 900 };
#define GRID SP_OF_PT(13.5)

static const char *const sentences[SENTENCES] = {
    "The Ministry received the ambassadors of the neighbouring states and of those that had asked "
    "for a meeting. ",
    "Both sides agreed that the consultations go on in the spring, as they do each year. ",
    "It was underlined that the treaty had not lost its meaning. ",
    "Experts of eleven countries took part in the conference, which ended with a declaration on "
    "the protection of travellers, on mutual help in emergencies and on the exchange of records. ",
    "No objections were raised. ",
    "The agreement enters into force when both parliaments have approved it. ",
    "A delegation of the regional council visits the exhibition in the afternoon. ",
    "Questions of trade, of transport and of the border crossings were on the agenda. ",
};

static void add_paragraph(struct arena *arena, struct block *parent, const struct style *style,
                          int i) {
    struct block *block =
        block_new(arena, parent, BLOCK_PARAGRAPH, ROLE_PARAGRAPH, style, (struct span){0});
    for (int j = 0; j <= i * i % 5 + 2; j++)
        run_add(&block->runs, arena, RUN_TEXT, style,
                str_from(sentences[(i * 3 + j * (i % 7 + 1)) % SENTENCES]), (struct span){0});
}

static struct doc *doc_begin(struct arena *arena, const struct master *master) {
    struct doc *doc = doc_new(arena);
    doc->meta.language = STR("en");
    doc->justification = (struct justification){.expansion = 200, .spacing = 5, .protrusion = true};
    doc_flow(doc, arena, master, START_PAGE);
    return doc;
}

static struct doc *make_doc(struct arena *arena, const struct master *master,
                            const struct style *style) {
    struct doc *doc = doc_begin(arena, master);
    for (int i = 0; i < PARAGRAPHS; i++)
        add_paragraph(arena, doc->first->root, style, i);
    return doc;
}

static struct block *supply_paragraph(const void *context, size_t index, const struct block *parent,
                                      struct arena *arena) {
    if (index == MANY)
        return NULL;
    struct block *group = block_supplied(arena, parent, ROLE_GROUP, (struct span){0});
    add_paragraph(arena, group, context, (int)index);
    return group;
}

static sp page_bottom(const struct page *page) {
    sp bottom = 0;
    for (size_t i = 0; i < page->item_count; i++)
        if (page->items[i].kind == ITEM_TEXT && page->items[i].y > bottom)
            bottom = page->items[i].y;
    return bottom;
}

/* The last baseline left or right of `middle`. */
static sp column_bottom(const struct page *page, sp middle, bool right) {
    sp bottom = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        if (item->kind == ITEM_TEXT && (item->x > middle) == right && item->y > bottom)
            bottom = item->y;
    }
    return bottom;
}

/* Columns of text alone end level; on the last page, which may be a paragraph of five lines, the
 * later one may be a line shorter. */
static void check_columns(const struct pages *pages, sp middle) {
    CHECK(pages->count > 1);
    for (size_t i = 0; i < pages->count; i++) {
        sp apart = column_bottom(&pages->at[i], middle, false) -
                   column_bottom(&pages->at[i], middle, true);
        CHECK(apart == 0 || (i + 1 == pages->count && apart == GRID));
    }
}

/* Pages but for the last that end at the foot. */
static size_t level_pages(const struct pages *pages, const struct master *master) {
    size_t level = 0;
    for (size_t i = 0; i + 1 < pages->count; i++)
        level += page_bottom(&pages->at[i]) == master->first_baseline + (LINES - 1) * GRID;
    return level;
}

int main(void) {
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(arena);
    struct fonts *fonts = support_fonts(arena, diag);
    struct text *text = text_new(fonts, "/usr/share/hyphen");
    struct master master = {.width = SP_OF_PT(560),
                            .height = SP_OF_PT(400),
                            .inner = SP_OF_PT(40),
                            .outer = SP_OF_PT(40),
                            .grid = GRID,
                            .first_baseline = SP_OF_PT(60),
                            .lines = LINES,
                            .columns = 1};
    struct style style = {.family = fonts_family(fonts, STR("PT Serif")),
                          .size = SP_OF_PT(10),
                          .leading = GRID,
                          .indent = GRID,
                          .hyphenate = true};
    struct layout_options options = {0};
    struct pages *pages = layout_doc(make_doc(arena, &master, &style), text, &options, arena, diag);
    CHECK(diag_faults(diag) == 0);
    CHECK(pages->count > PAGES);
    /* two thirds, were all paragraphs set at their best */
    CHECK(4 * level_pages(pages, &master) >= 3 * pages->count);
    /* as well where so many are divided that it takes several windows */
    struct doc *doc = doc_begin(arena, &master);
    doc->first->root->supply = &(struct supply){supply_paragraph, &style};
    pages = layout_doc(doc, text, &options, arena, diag);
    CHECK(pages->count > 8 * PAGES);
    CHECK(4 * level_pages(pages, &master) >= 3 * pages->count);
    master.columns = 2;
    master.gap = SP_OF_PT(20);
    master.balance = true;
    pages = layout_doc(make_doc(arena, &master, &style), text, &options, arena, diag);
    check_columns(pages, SP_OF_PT(280));
    text_free(text);
    fonts_free(fonts);
    arena_free(arena);
    return check_end();
}
