/* Pages that a sink takes are those that are kept without one; when numbers of pages turn out
 * others than was thought, what was taken is dropped. */
#include "base/array.h"
#include "layout/layout.h"
#include "unit/check.h"
#include "unit/text_support.h"

enum { LINES = 10, PARAGRAPHS = 1200, MOST_PAGES = 400 };
#define GRID SP_OF_PT(13.5)

/* One copy of each page; the batch before must stay readable until the next call returns. */
struct taken {
    size_t items[MOST_PAGES], words[MOST_PAGES];
    uint64_t places[MOST_PAGES];
    unsigned times[MOST_PAGES];
    const struct page *at;
    const uint32_t *indexes;
    size_t count, batches, drops;
    bool last;
};

static uint64_t places_of(const struct page *page, size_t *words) {
    uint64_t sum = 0;
    *words = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        sum = sum * 31 + (uint64_t)item->x * 7 + (uint64_t)item->y + item->kind;
        for (uint32_t w = 0; item->kind == ITEM_TEXT && w < item->text.count; w++, ++*words)
            sum = sum * 31 + (uint64_t)item->text.words[w].x + item->text.words[w].glyphs->count;
    }
    return sum;
}

/* The batch of before is read as late as may be. */
static void read_batch(struct taken *taken) {
    for (size_t i = 0; i < taken->count; i++) {
        uint32_t index = taken->indexes[i];
        taken->times[index]++;
        taken->items[index] = taken->at[i].item_count;
        taken->places[index] = places_of(&taken->at[i], &taken->words[index]);
    }
}

static void take(void *context, const struct page_batch *batch) {
    struct taken *taken = context;
    CHECK(!taken->last);
    read_batch(taken);
    taken->last = batch->count == 0 && taken->count > 0 && taken->times[0] > 0;
    taken->at = batch->at;
    taken->indexes = batch->indexes;
    taken->count = batch->count;
    taken->batches++;
}

static void drop(void *context) {
    struct taken *taken = context;
    *taken = (struct taken){.drops = taken->drops + 1};
}

static struct block *paragraph(struct arena *arena, struct block *parent, const struct style *style,
                               const char *text) {
    struct block *block =
        block_new(arena, parent, BLOCK_PARAGRAPH, ROLE_PARAGRAPH, style, (struct span){0});
    run_add(&block->runs, arena, RUN_TEXT, style, str_from(text), (struct span){0});
    return block;
}

/* Paragraphs one at a time, the last of them known by its id. */
static struct block *make_paragraph(const void *context, size_t index, const struct block *parent,
                                    struct arena *arena) {
    if (index > PARAGRAPHS)
        return NULL;
    struct block *group = block_supplied(arena, parent, ROLE_SECTION, (struct span){0});
    const char *text =
        index % 3 ? "No objections were raised."
                  : "Both sides agreed that the consultations go on in the spring, as they do each "
                    "year, and that the treaty has not lost its meaning.";
    struct block *block = paragraph(arena, group, context, text);
    if (index == PARAGRAPHS)
        block->id = STR("end");
    return group;
}

/* A reference to the last page comes first; `narrow` is too narrow for its number. */
static struct doc *make_doc(struct arena *arena, const struct master *master,
                            const struct style *style, const struct style *narrow) {
    struct doc *doc = doc_new(arena);
    doc->meta.language = STR("en");
    struct flow *front = doc_flow(doc, arena, master, START_PAGE);
    struct block *first = paragraph(arena, front->root, narrow, "See page ");
    struct run *page = run_add(&first->runs, arena, RUN_PAGE, narrow, STR(""), (struct span){0});
    page->target = STR("end");
    struct supply *supply = arena_make(arena, struct supply, 1);
    *supply = (struct supply){make_paragraph, style};
    doc_flow(doc, arena, master, START_PAGE)->root->supply = supply;
    return doc;
}

static void check_same(const struct taken *taken, const struct pages *kept,
                       const struct pages *pages) {
    CHECK(taken->last);
    CHECK(pages->count == kept->count && kept->count > 100 && kept->count < MOST_PAGES);
    size_t same = 0;
    for (size_t i = 0; i < kept->count; i++) {
        size_t words;
        uint64_t places = places_of(&kept->at[i], &words);
        same += taken->times[i] == 1 && taken->items[i] == kept->at[i].item_count &&
                taken->words[i] == words && taken->places[i] == places &&
                str_equal(pages->at[i].label, kept->at[i].label);
    }
    CHECK(same == kept->count);
}

static void compare(struct arena *arena, struct text *text, const struct master *master,
                    const struct style *style, const struct style *narrow, size_t drops) {
    struct diag *diag = diag_new(arena);
    struct taken *taken = arena_make(arena, struct taken, 1);
    struct page_sink sink = {take, drop, taken};
    struct layout_options keeping = {0}, sinking = {.sink = &sink};
    struct doc *doc = make_doc(arena, master, style, narrow);
    const struct pages *kept = layout_doc(doc, text, &keeping, arena, diag);
    const struct pages *pages = layout_doc(doc, text, &sinking, arena, diag);
    CHECK(diag_faults(diag) == 0 && kept && pages);
    CHECK(taken->drops == drops);
    CHECK(taken->batches > 4);
    check_same(taken, kept, pages);
}

int main(void) {
    struct arena *arena = arena_new();
    struct fonts *fonts = support_fonts(arena, diag_new(arena));
    struct text *text = text_new(fonts, "/usr/share/hyphen");
    struct master master = {.width = SP_OF_PT(360),
                            .height = SP_OF_PT(200),
                            .inner = SP_OF_PT(40),
                            .outer = SP_OF_PT(40),
                            .grid = GRID,
                            .first_baseline = SP_OF_PT(30),
                            .lines = LINES,
                            .columns = 1};
    struct style style = {
        .family = fonts_family(fonts, STR("PT Serif")), .size = SP_OF_PT(10), .leading = GRID};
    struct style narrow = style;
    compare(arena, text, &master, &style, &style, 0);
    narrow.right = SP_OF_PT(280 - 56); /* "See page 10" has room, "See page 300" has none */
    compare(arena, text, &master, &style, &narrow, 1);
    text_free(text);
    fonts_free(fonts);
    arena_free(arena);
    return check_end();
}
