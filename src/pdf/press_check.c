/* What a press cannot print, found before anything is written. */
#include "pdf/press.h"
#include "pdf/profile.h"

/* Pixels an inch at the printed size. */
enum { FEWEST_PIXELS = 150, FEW_PIXELS = 225 };
#define HAIRLINE SP_OF_PT(0.25)
/* A guillotine is up to so much beside the trim. */
#define SURE_BLEED SP_OF_MM(3)

static double millimetres(sp length) {
    return (double)length / (double)SP_OF_MM(1);
}

static void check_profile(const struct document *document) {
    const struct press_options *press = document->options->press;
    struct mapping mapping;
    if (!mapping_open(&mapping, press->profile, press->profile_span, document->diag))
        return;
    const char *wrong = profile_press_fault(mapping.bytes);
    mapping_close(&mapping);
    struct span span = press->profile_span;
    if (wrong)
        diag_fault(document->diag, span.file ? span : (struct span){press->profile, 0, 0},
                   "use the profile that the printer names, as data/profiles/FOGRA39L_coated.icc",
                   "%s cannot be the profile of the press: %s", press->profile, wrong);
}

static bool same_inks(struct colour a, struct colour b) {
    return a.cyan == b.cyan && a.magenta == b.magenta && a.yellow == b.yellow && a.key == b.key;
}

static struct span place_of(const struct press_options *press, struct colour colour) {
    for (size_t i = 0; i < press->ink_count; i++)
        if (same_inks(press->inks[i].colour, colour))
            return press->inks[i].span;
    return press->span;
}

/* An ink of its own is one layer, whatever stands for it on other presses. */
static void check_ink(const struct document *document, struct colour colour) {
    const struct press_options *press = document->options->press;
    unsigned ink = (unsigned)colour.cyan + colour.magenta + colour.yellow + colour.key;
    if (colour.spot || ink <= press->ink_limit)
        return;
    diag_fault(document->diag, place_of(press, colour),
               "take less of each ink in the theme's `colours`",
               "the colour of inks %d, %d, %d, %d has %u %% in all; a press takes %u %%",
               colour.cyan, colour.magenta, colour.yellow, colour.key, ink, press->ink_limit);
}

static void check_thickness(const struct document *document, const struct item *item, size_t page) {
    sp thickness = item->rule.width < item->rule.height ? item->rule.width : item->rule.height;
    if (thickness > 0 && thickness < HAIRLINE)
        diag_fault(document->diag, document->options->press->span, "make the rule 0.25 pt or more",
                   "page %zu has a rule of %.3f pt, thinner than a press can print", page + 1,
                   (double)thickness / (double)SP_PT);
}

/* What touches the trim runs to the end of the bleed, and there is enough of that. */
static void check_bleed(const struct document *document, const struct item *item, size_t index,
                        sp width, sp height, struct span span) {
    const struct page *page = &document->pages->at[index];
    sp beyond[] = {-item->x, item->x + width - page->width, -item->y,
                   item->y + height - page->height};
    bool touches = false, ends = false;
    for (int i = 0; i < 4; i++) {
        touches = touches || beyond[i] >= 0;
        ends = ends || (beyond[i] >= 0 && beyond[i] < page->bleed);
    }
    if (ends)
        diag_fault(document->diag, span, "let it run over the trim by the bleed, or stay within it",
                   "page %zu has a %s that reaches the trim but not the end of the bleed",
                   index + 1, item->kind == ITEM_PICTURE ? "picture" : "rule");
    else if (touches && page->bleed < SURE_BLEED)
        diag_warn(document->diag, document->options->press->span, "set `bleed: 3 mm` in the theme",
                  "what runs over the trim has a bleed of %.1f mm; %.0f mm are cut without a gap",
                  millimetres(page->bleed), millimetres(SURE_BLEED));
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

static void check_item(const struct document *document, const struct item *item, size_t page) {
    if (item->kind == ITEM_PICTURE) {
        check_resolution(item, document->diag);
        check_bleed(document, item, page, item->picture.width, item->picture.height,
                    item->picture.picture->span);
        return;
    }
    check_ink(document, item->colour);
    if (item->kind != ITEM_RULE)
        return;
    check_thickness(document, item, page);
    check_bleed(document, item, page, item->rule.width, item->rule.height,
                document->options->press->span);
}

void press_check(const struct document *document) {
    check_profile(document);
    for (size_t p = 0; p < document->pages->count; p++)
        for (size_t i = 0; i < document->pages->at[p].item_count; i++)
            check_item(document, &document->pages->at[p].items[i], p);
}
