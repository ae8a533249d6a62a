#include "pdf/press.h"
#include "pdf/fonts.h"
#include "pdf/number.h"

enum { SLUG_SIZE = 6, MOST_SLUG = 160 };
/* Pixels an inch at the printed size. */
enum { FEWEST_PIXELS = 150, FEW_PIXELS = 225 };
#define USUAL_BLEED SP_OF_MM(3)
#define MARK_ROOM SP_OF_MM(12)
#define SLUG_DISTANCE SP_OF_MM(11)
#define HAIRLINE SP_OF_PT(0.25)

static sp bleed_of(const struct page *page) {
    return page->bleed > 0 ? page->bleed : USUAL_BLEED;
}

int64_t press_bleed(const struct page *page) {
    return milli(bleed_of(page));
}

int64_t press_margin(const struct page *page) {
    return milli(bleed_of(page) + MARK_ROOM);
}

/* ---- slug lines ---- */

static bool has_letters(const struct face *face) {
    for (uint32_t letter = ' '; letter < 127; letter++)
        if (!face_has(face, letter))
            return false;
    return true;
}

/* A font that the pages use anyway. */
static const struct face *slug_face(const struct pages *pages, const struct fonts *fonts) {
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->at[p].item_count; i++) {
            const struct item *item = &pages->at[p].items[i];
            if (item->kind != ITEM_TEXT || item->text.count == 0)
                continue;
            if (has_letters(item->text.words[0].glyphs->face))
                return item->text.words[0].glyphs->face;
        }
    for (uint32_t i = 0; fonts && i < fonts_face_count(fonts); i++) {
        const struct face *face = fonts_face(fonts, i);
        if (face && has_letters(face))
            return face;
    }
    return NULL;
}

/* What is no printable ASCII, a question mark: the slug is for the printer, in one font. */
static struct str plain(struct arena *arena, struct str text) {
    struct str copy = str_copy(arena, str_part(text, 0, MOST_SLUG));
    for (size_t i = 0; i < copy.length; i++)
        if (copy.at[i] < ' ' || copy.at[i] > '~')
            ((char *)(uintptr_t)copy.at)[i] = '?';
    return copy;
}

static struct str date_text(struct arena *arena, struct date date) {
    if (!date.year)
        return STR("");
    if (!date.month || !date.day)
        return str_print(arena, ", data of %d", date.year);
    return str_print(arena, ", data of %04d-%02d-%02d", date.year, date.month, date.day);
}

/* A double sheet has two sides; a page by itself is called a sheet too. */
static struct str sheet_text(const struct document *document, size_t page) {
    size_t count = document->pages->count;
    if (!document->options->imposition)
        return str_print(document->arena, "sheet %zu of %zu", page + 1, count);
    return str_print(document->arena, "sheet %zu of %zu, %s", page / 2 + 1, count / 2,
                     page % 2 ? "back" : "front");
}

static struct item slug_item(struct arena *arena, const struct glyphs *glyphs, sp x, sp y) {
    struct placed *placed = arena_make(arena, struct placed, 1);
    placed->glyphs = glyphs;
    struct item item = {.kind = ITEM_TEXT, .x = x, .y = y};
    item.text.words = placed;
    item.text.count = 1;
    item.text.expansion = 10000;
    item.text.size = SLUG_SIZE * SP_PT;
    return item;
}

/* Each plate shows the name of its own ink: the names stand in that ink alone. */
static void set_slugs(struct press *press, const struct document *document,
                      const struct face *face) {
    static const char *const names[] = {"Cyan", "Magenta", "Yellow", "Black"};
    static const struct colour inks[] = {
        {.cyan = 100}, {.magenta = 100}, {.yellow = 100}, {.key = 100}};
    struct arena *arena = document->arena;
    const struct page_meta *meta = &press->pages->meta;
    struct str job =
        plain(arena, document->options->job.length ? document->options->job : meta->identifier);
    struct str date = date_text(arena, meta->date);
    const struct glyphs *ink[4];
    for (int i = 0; i < 4; i++)
        ink[i] = nominal_glyphs(face, str_from(names[i]), arena);
    press->slugs = arena_make(arena, struct item, press->pages->count * SLUG_ITEMS);
    for (size_t p = 0; p < press->pages->count; p++) {
        const struct page *page = &press->pages->at[p];
        struct item *items = press->slugs + p * SLUG_ITEMS;
        sp x = SP_OF_MM(4), y = page->height + bleed_of(page) + SLUG_DISTANCE;
        struct str sheet = sheet_text(document, p);
        struct str line =
            str_print(arena, "%.*s%.*s, %.*s", STR_ARGS(job), STR_ARGS(date), STR_ARGS(sheet));
        const struct glyphs *text = nominal_glyphs(face, line, arena);
        items[0] = slug_item(arena, text, x, y);
        x += glyphs_width(text, SLUG_SIZE * SP_PT, 0, 10000) + SLUG_SIZE * SP_PT;
        for (int i = 0; i < 4; i++) {
            items[1 + i] = slug_item(arena, ink[i], x, y);
            items[1 + i].colour = inks[i];
            x += glyphs_width(ink[i], SLUG_SIZE * SP_PT, 0, 10000) + SLUG_SIZE * SP_PT / 2;
        }
    }
}

const struct item *press_slug(const struct press *press, const struct page *page) {
    return press->slugs ? press->slugs + (size_t)(page - press->pages->at) * SLUG_ITEMS : NULL;
}

/* ---- checks ---- */

static void check_ink(const struct item *item, struct diag *diag) {
    struct colour colour = item->colour;
    int ink = colour.cyan + colour.magenta + colour.yellow + colour.key;
    if (ink > MOST_INK)
        diag_fault(diag, (struct span){0}, "take less of each ink in the theme's `colours`",
                   "the colour of inks %d, %d, %d, %d has %d %% in all; a press takes %d %%",
                   colour.cyan, colour.magenta, colour.yellow, colour.key, ink, MOST_INK);
}

static void check_rule(const struct item *item, size_t page, struct diag *diag) {
    sp thickness = item->rule.width < item->rule.height ? item->rule.width : item->rule.height;
    if (thickness > 0 && thickness < HAIRLINE)
        diag_fault(diag, (struct span){0}, "make the rule 0.25 pt or more",
                   "page %zu has a rule of %.3f pt, thinner than a press can print", page + 1,
                   (double)thickness / (double)SP_PT);
}

static uint32_t pixels_an_inch(uint32_t pixels, sp length) {
    return length > 0 ? (uint32_t)((int64_t)pixels * 72 * SP_PT / length) : 0;
}

static void check_resolution(const struct item *item, struct diag *diag) {
    const struct picture *picture = item->picture.picture;
    uint32_t across = pixels_an_inch(picture->width, item->picture.width);
    uint32_t down = pixels_an_inch(picture->height, item->picture.height);
    uint32_t least = across < down ? across : down;
    const char *hint = "give a picture with more pixels, or print it smaller";
    if (least < FEWEST_PIXELS)
        diag_fault(diag, picture->span, hint,
                   "%s has %u pixels an inch at its printed size; a press needs %d", picture->path,
                   (unsigned)least, FEWEST_PIXELS);
    else if (least < FEW_PIXELS)
        diag_warn(diag, picture->span, hint,
                  "%s has %u pixels an inch at its printed size; %d print better", picture->path,
                  (unsigned)least, FEW_PIXELS);
}

static void check_pages(const struct pages *pages, struct diag *diag) {
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->at[p].item_count; i++) {
            const struct item *item = &pages->at[p].items[i];
            if (item->kind == ITEM_PICTURE)
                check_resolution(item, diag);
            else
                check_ink(item, diag);
            if (item->kind == ITEM_RULE)
                check_rule(item, p, diag);
        }
}

struct press *press_new(const struct document *document, const struct fonts *fonts) {
    if (!for_press(document))
        return NULL;
    struct press *press = arena_make(document->arena, struct press, 1);
    press->pages = document->pages;
    check_pages(press->pages, document->diag);
    const struct face *face = slug_face(press->pages, fonts);
    if (face)
        set_slugs(press, document, face);
    return press;
}
