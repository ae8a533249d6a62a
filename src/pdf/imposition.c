#include "pdf/imposition.h"
#include <string.h>

enum { SIGNATURE = 16, SHEET = 4 };

/* One half of a side: where a page goes. */
struct half {
    const struct page *page; /* NULL: empty */
    sp offset;               /* of the half from the left edge of the side */
    sp creep;                /* towards the fold */
    bool left;
};

/* What runs over an edge of the page runs on into the bleed on the outside and ends at the fold. */
static void fit_rule(struct item *item, const struct half *half) {
    sp width = half->page->width, bleed = half->page->bleed;
    sp from = item->x, to = item->x + item->rule.width;
    bool over_left = from<0, over_right = to> width;
    from += half->creep;
    to += half->creep;
    if (half->left) {
        from = over_left ? -bleed : from;
        to = to < width ? to : width;
    } else {
        from = from > 0 ? from : 0;
        to = over_right ? width + bleed : to;
    }
    item->x = from;
    item->rule.width = to > from ? to - from : 0;
}

static size_t put_half(struct item *items, const struct half *half) {
    if (!half->page)
        return 0;
    for (size_t i = 0; i < half->page->item_count; i++) {
        struct item *item = &items[i];
        *item = half->page->items[i];
        item->tag = 0;
        if (item->kind == ITEM_RULE)
            fit_rule(item, half);
        else
            item->x += half->creep;
        item->x += half->offset;
    }
    return half->page->item_count;
}

static size_t items_of(const struct half *half) {
    return half->page ? half->page->item_count : 0;
}

static struct page side_of(struct half left, struct half right, const struct page *model,
                           struct arena *arena) {
    struct page side = {.width = 2 * model->width, .height = model->height, .bleed = model->bleed};
    left.left = true;
    right.offset = model->width;
    right.creep = -right.creep;
    side.items = arena_make(arena, struct item, items_of(&left) + items_of(&right));
    side.item_count = put_half(side.items, &left);
    side.item_count += put_half(side.items + side.item_count, &right);
    return side;
}

static bool same_size(const struct pages *pages, struct diag *diag) {
    for (size_t i = 1; i < pages->count; i++)
        if (pages->at[i].width != pages->at[0].width ||
            pages->at[i].height != pages->at[0].height) {
            diag_fault(diag, (struct span){0}, "print the parts one by one",
                       "page %zu has another size: sheets cannot be folded", i + 1);
            return false;
        }
    return true;
}

/* The sides of one signature of the pages from `first` on, `count` of them, a multiple of four. */
static void impose(const struct pages *pages, size_t first, size_t count, sp creep,
                   struct page *sides, struct arena *arena) {
    for (size_t sheet = 0; sheet < count / SHEET; sheet++) {
        size_t order[2][2] = {{count - 1 - 2 * sheet, 2 * sheet},
                              {2 * sheet + 1, count - 2 - 2 * sheet}};
        for (size_t back = 0; back < 2; back++) {
            struct half halves[2] = {{0}};
            for (size_t i = 0; i < 2; i++) {
                size_t page = first + order[back][i];
                halves[i].page = page < pages->count ? &pages->at[page] : NULL;
                halves[i].creep = (sp)sheet * creep;
            }
            struct page *side = &sides[2 * sheet + back];
            *side = side_of(halves[0], halves[1], &pages->at[0], arena);
            side->label = str_print(arena, "%zu%s", first / SHEET + sheet + 1, back ? "v" : "r");
        }
    }
}

const struct pages *pages_impose(const struct pages *pages, enum imposition imposition, sp creep,
                                 struct arena *arena, struct diag *diag) {
    if (pages->count == 0 || !same_size(pages, diag))
        return NULL;
    size_t padded = (pages->count + SHEET - 1) / SHEET * SHEET;
    size_t signature = imposition == IMPOSITION_BOOKLET ? padded : SIGNATURE;
    struct pages *imposed = arena_make(arena, struct pages, 1);
    imposed->meta = pages->meta;
    imposed->count = padded / 2;
    imposed->at = arena_make(arena, struct page, imposed->count);
    for (size_t first = 0; first < padded; first += signature) {
        size_t count = padded - first < signature ? padded - first : signature;
        impose(pages, first, count, creep, imposed->at + first / 2, arena);
    }
    return imposed;
}
