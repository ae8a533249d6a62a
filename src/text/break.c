#include "text/break.h"
#include "base/array.h"

enum {
    LINE_PENALTY = 10,
    BADNESS_CAP = 1000000,
    LAST_HYPHEN_DEMERITS = 5000,
    FITNESS_DEMERITS = 20000,
    SHORT_LAST_DEMERITS = 1000000000,
    FULL_LAST_DEMERITS = 30000,
    FLEX_BADNESS = 5,
    EVEN_SCALE = 100,
    LOOSE_RATIO = 983, /* of stretch, 1/1024: spaces of 1.48 of the font's */
    LOOSE_DEMERITS = 35000,
    FITNESSES = 4
};
#define RATIO_CAP (INT64_C(22) * RATIO_ONE) /* its badness is past the cap */
#define NO_DEMERITS INT64_MAX

struct totals {
    sp width, stretch, shrink, flex, kern;
};

/* A way to end a line: the best one up to `item` among those of its fitness. */
struct node {
    uint32_t item, line, previous;
    uint8_t fitness;
    bool hyphen; /* the line ends in one */
    sp hang_start;
    struct totals after; /* of the items before the next line's first box */
    int64_t needs;       /* a line from here on that reaches less far is too loose: see `reach` */
    int64_t ratio, demerits;
};
#define NO_NODE UINT32_MAX

struct candidate {
    int64_t demerits, ratio;
    uint32_t previous, line;
};

struct breaker {
    const struct break_item *items;
    size_t count;
    const struct break_setting *setting;
    struct arena *arena;
    ARRAY(struct node) nodes;
    ARRAY(uint32_t) active, next;
    struct totals now;
    sp last_box_hang;
    uint32_t special; /* lines from here on are alike */
};

static sp line_width(const struct break_setting *setting, uint32_t line) {
    return setting->widths[line < setting->width_count ? line : setting->width_count - 1];
}

/* 100 times the cube of the ratio. */
static int64_t badness(int64_t ratio) {
    int64_t size = ratio < 0 ? -ratio : ratio;
    if (size >= RATIO_CAP)
        return BADNESS_CAP;
    int64_t bad = size * size * size * 25 >> 28; /* 100 / 1024^3 */
    return bad < BADNESS_CAP ? bad : BADNESS_CAP;
}

/* Near the natural width the square of the ratio, so that all lines become alike; further off the
 * sixth power too, so that no line is sacrificed to the others; and what a reader sees as holes
 * costs as much as three hyphens. Shrinking by all that is allowed is a smaller change than
 * stretching so. */
static int64_t uneven_badness(int64_t ratio) {
    int64_t size = ratio < 0 ? -ratio : ratio;
    int64_t square = size * size / RATIO_ONE;
    int64_t sixth = square * square / RATIO_ONE * square / RATIO_ONE;
    int64_t bad = (square + sixth) * 100 * EVEN_SCALE / RATIO_ONE;
    if (ratio > LOOSE_RATIO)
        bad += LOOSE_DEMERITS;
    return ratio < 0 ? bad / 4 : bad;
}

static uint8_t fitness_of(int64_t ratio) {
    if (ratio < -RATIO_ONE / 2)
        return 0;
    if (ratio <= RATIO_ONE / 2)
        return 1;
    return ratio <= RATIO_ONE ? 2 : 3;
}

/* What a line from `node` to the item at `at` is like. */
struct fit {
    sp slack, stretch, shrink, flex, kern, width;
};

static struct fit fit_of(const struct breaker *b, const struct node *node, uint32_t at) {
    const struct break_item *item = &b->items[at];
    struct fit fit = {.width = b->now.width - node->after.width,
                      .stretch = b->now.stretch - node->after.stretch + b->setting->line_stretch,
                      .shrink = b->now.shrink - node->after.shrink,
                      .flex = b->now.flex - node->after.flex,
                      .kern = b->now.kern - node->after.kern};
    sp hang_end = b->last_box_hang;
    if (item->kind == BREAK_PENALTY && item->width) {
        fit.width += item->width;
        hang_end = item->hang_end;
    }
    fit.slack = line_width(b->setting, node->line) + node->hang_start + hang_end - fit.width;
    return fit;
}

/* What is left to the glue when the fonts have given what they can. */
static sp slack_of_glue(const struct fit *fit) {
    if (fit->slack < -fit->flex)
        return fit->slack + fit->flex;
    return fit->slack > fit->flex ? fit->slack - fit->flex : 0;
}

/* How far text reaches when all that may stretch is stretched by the tolerance, in 1/1024 sp. */
static int64_t reach(const struct breaker *b, const struct totals *totals) {
    return (totals->width + totals->flex - totals->kern) * RATIO_ONE +
           totals->stretch * (b->setting->tolerance + 1);
}

/* What the text up to the end of a line must exceed for a line from the node; nothing is too loose
 * where everything is tolerated. */
static int64_t needs_of(const struct breaker *b, const struct node *node) {
    if (b->setting->tolerance >= RATIO_CAP)
        return INT64_MIN;
    return reach(b, &node->after) +
           (line_width(b->setting, node->line) + node->hang_start) * RATIO_ONE;
}

/* How far the text before the item at `at` reaches when a line ends there. */
static int64_t reach_at(const struct breaker *b, uint32_t at) {
    const struct break_item *item = &b->items[at];
    if (b->setting->tolerance >= RATIO_CAP)
        return INT64_MAX;
    struct totals now = b->now;
    now.stretch += b->setting->line_stretch;
    bool hyphen = item->kind == BREAK_PENALTY && item->width;
    now.width += hyphen ? item->width - item->hang_end : -b->last_box_hang;
    return reach(b, &now);
}

/* The ratio by which the line's glue is set; false when the tolerance forbids it. */
static bool ratio_of(const struct breaker *b, const struct fit *fit, bool fills, int64_t *ratio) {
    sp slack = slack_of_glue(fit);
    *ratio = 0;
    if (slack < 0) {
        *ratio = fit->shrink > 0 ? slack * RATIO_ONE / fit->shrink : -RATIO_CAP;
        return slack + fit->shrink >= 0;
    }
    slack += fit->kern; /* white is as wide as the font's when it makes up for kerning */
    if (fills || slack <= 0)
        return true;
    if (slack >= fit->stretch * (RATIO_CAP / RATIO_ONE))
        *ratio = RATIO_CAP;
    else
        *ratio = slack * RATIO_ONE / fit->stretch;
    return *ratio <= b->setting->tolerance;
}

/* Fonts that are made wider or narrower are seen less than white, but they are seen. */
static int64_t flex_badness(const struct fit *fit, bool fills) {
    if (fit->flex == 0 || (fills && fit->slack > 0))
        return 0;
    int64_t used = fit->slack > fit->flex    ? RATIO_ONE
                   : fit->slack < -fit->flex ? RATIO_ONE
                                             : fit->slack * RATIO_ONE / fit->flex;
    return FLEX_BADNESS * used * used / (RATIO_ONE * RATIO_ONE);
}

/* What a line costs by itself, and where a hyphen ends the line before it. */
static int64_t line_demerits(const struct breaker *b, const struct node *node, uint32_t at,
                             int64_t ratio, int64_t extra) {
    const struct break_item *item = &b->items[at];
    int64_t base = LINE_PENALTY + badness(ratio) + extra;
    int64_t demerits = b->setting->even
                           ? uneven_badness(ratio) + (LINE_PENALTY + extra) * EVEN_SCALE
                           : base * base;
    if (item->kind == BREAK_PENALTY && item->penalty > 0)
        demerits += (int64_t)item->penalty * item->penalty;
    else if (item->kind == BREAK_PENALTY && item->penalty > BREAK_FORCED)
        demerits -= (int64_t)item->penalty * item->penalty;
    if (at + 1 == b->count && node->hyphen)
        demerits += LAST_HYPHEN_DEMERITS;
    return demerits;
}

static bool better(const struct breaker *b, const struct candidate *best, uint32_t line,
                   int64_t demerits) {
    if (best->demerits == NO_DEMERITS)
        return true;
    if (b->setting->fewest && line != best->line)
        return line < best->line;
    return demerits < best->demerits;
}

static void candidates_clear(struct candidate best[FITNESSES]) {
    for (int i = 0; i < FITNESSES; i++)
        best[i].demerits = NO_DEMERITS;
}

/* What is dropped at the beginning of the line after a break at `at`: glue and penalties up to the
 * next box. */
static struct node node_after(const struct breaker *b, uint32_t at) {
    struct node node = {.item = at, .after = b->now};
    const struct break_item *first = &b->items[at];
    node.hyphen = first->kind == BREAK_PENALTY && first->hyphen;
    for (size_t i = at; i < b->count; i++) {
        const struct break_item *item = &b->items[i];
        if (item->kind == BREAK_BOX) {
            node.hang_start = item->hang_start;
            break;
        }
        if (i > at && item->kind == BREAK_PENALTY && item->penalty <= BREAK_FORCED)
            break;
        if (item->kind == BREAK_GLUE) {
            node.after.width += item->width;
            node.after.stretch += item->stretch;
            node.after.shrink += item->shrink;
            node.after.kern += item->kern;
        }
    }
    return node;
}

/* Makes the best candidates of one group of lines active. */
static void candidates_keep(struct breaker *b, struct candidate best[FITNESSES], uint32_t at) {
    int64_t least = NO_DEMERITS;
    for (int i = 0; i < FITNESSES; i++)
        if (best[i].demerits < least)
            least = best[i].demerits;
    if (least == NO_DEMERITS)
        return;
    struct node node = node_after(b, at);
    for (uint8_t i = 0; i < FITNESSES; i++) {
        /* One that a change of fitness cannot make the best is of no use. */
        if (best[i].demerits == NO_DEMERITS ||
            (!b->setting->fewest && best[i].demerits > least + FITNESS_DEMERITS))
            continue;
        node.fitness = i;
        node.line = best[i].line;
        node.needs = needs_of(b, &node);
        node.previous = best[i].previous;
        node.ratio = best[i].ratio;
        node.demerits = best[i].demerits;
        array_push(&b->nodes, b->arena, node);
        array_push(&b->next, b->arena, (uint32_t)(b->nodes.count - 1));
    }
    candidates_clear(best);
}

static bool same_group(const struct breaker *b, uint32_t line, uint32_t other) {
    return line == other ||
           (b->setting->looseness == 0 && line >= b->special && other >= b->special);
}

static void next_sort(struct breaker *b, size_t from) {
    /* New nodes come after the ones kept; lines ascend within both, so few moves are needed. */
    for (size_t i = from; i < b->next.count; i++) {
        uint32_t moved = b->next.at[i];
        size_t j = i;
        for (; j > 0 && b->nodes.at[b->next.at[j - 1]].line > b->nodes.at[moved].line; j--)
            b->next.at[j] = b->next.at[j - 1];
        b->next.at[j] = moved;
    }
}

/* A line from the node: what it costs by itself, with what changes from the line before. */
static void candidate_offer(struct breaker *b, struct candidate best[FITNESSES], uint32_t active,
                            int64_t ratio, int64_t demerits) {
    const struct node *node = &b->nodes.at[active];
    uint8_t fitness = fitness_of(ratio);
    int apart = fitness - node->fitness;
    demerits += node->demerits + (apart > 1 || apart < -1 ? FITNESS_DEMERITS : 0);
    if (better(b, &best[fitness], node->line + 1, demerits))
        best[fitness] = (struct candidate){demerits, ratio, active, node->line + 1};
}

/* A line between two breaks, which is the same for all ways that lead to the first. */
struct trial {
    bool fits;    /* the tolerance allows it */
    bool goes_on; /* a later break can be reached from the first, too */
    int64_t ratio, demerits;
};

static struct trial line_try(const struct breaker *b, const struct node *node, uint32_t at,
                             bool forced) {
    const struct break_setting *setting = b->setting;
    const struct break_item *item = &b->items[at];
    bool penalty = item->kind == BREAK_PENALTY;
    struct fit fit = fit_of(b, node, at);
    bool fills = forced && !setting->last_counts;
    bool second_hyphen = penalty && item->hyphen && node->hyphen;
    bool last = at + 1 == b->count && node->line > 0;
    bool short_last = last && fit.width < setting->last_least;
    bool full_last =
        last && setting->last_most && fit.width > setting->last_most && fit.slack > fit.flex;
    struct trial trial = {0};
    trial.fits = ratio_of(b, &fit, fills, &trial.ratio) &&
                 (setting->lenient || !(second_hyphen || short_last));
    if (trial.fits)
        trial.demerits = line_demerits(b, node, at, trial.ratio, flex_badness(&fit, fills)) +
                         (second_hyphen ? setting->second_hyphen_demerits : 0) +
                         (short_last ? SHORT_LAST_DEMERITS : 0) +
                         (full_last ? FULL_LAST_DEMERITS : 0);
    sp hyphen = penalty ? item->width : 0;
    trial.goes_on = fit.slack + hyphen + fit.flex + fit.shrink >= 0 && !forced;
    return trial;
}

/* Whether lines from both nodes are the same. */
static bool same_start(const struct breaker *b, const struct node *node, const struct node *other) {
    return node->item == other->item && node->line > 0 && other->line > 0 &&
           line_width(b->setting, node->line) == line_width(b->setting, other->line);
}

/* The rescue of Knuth's final pass: rather than none, a line that is too wide. */
static void overfull_take(struct breaker *b, struct candidate best[FITNESSES], uint32_t active,
                          uint32_t at) {
    int64_t ratio;
    const struct node *node = &b->nodes.at[active];
    struct fit fit = fit_of(b, node, at);
    ratio_of(b, &fit, false, &ratio);
    if (ratio >= -RATIO_ONE)
        ratio = -RATIO_ONE - 1;
    candidate_offer(b, best, active, ratio, line_demerits(b, node, at, ratio, 0));
}

static void break_try(struct breaker *b, uint32_t at, bool forced) {
    struct candidate best[FITNESSES];
    candidates_clear(best);
    b->next.count = 0;
    size_t nodes_before = b->nodes.count;
    array_reserve(&b->next, b->arena, b->active.count + FITNESSES);
    size_t kept = 0;
    uint32_t group = 0;
    int64_t reached = forced ? INT64_MAX : reach_at(b, at);
    uint32_t tried = NO_NODE;
    struct trial trial = {0};
    for (size_t i = 0; i < b->active.count; i++) {
        uint32_t active = b->active.at[i], line = b->nodes.at[active].line;
        if (i > 0 && !same_group(b, line, group))
            candidates_keep(b, best, at);
        group = line;
        const struct node *node = &b->nodes.at[active];
        bool goes_on = node->needs > reached; /* too loose as yet */
        if (!goes_on) {
            if (tried == NO_NODE || !same_start(b, &b->nodes.at[tried], node))
                trial = line_try(b, node, at, forced);
            tried = active;
            goes_on = trial.goes_on;
            if (trial.fits)
                candidate_offer(b, best, active, trial.ratio, trial.demerits);
        }
        if (goes_on) {
            array_push(&b->next, b->arena, active);
            kept++;
        }
    }
    candidates_keep(b, best, at);
    if (b->next.count == 0 && b->setting->certain && b->active.count > 0) {
        overfull_take(b, best, b->active.at[b->active.count - 1], at);
        candidates_keep(b, best, at);
    }
    bool groups = b->special > 0 || b->setting->looseness != 0;
    if (groups && b->nodes.count > nodes_before && kept)
        next_sort(b, 1);
    void *swap = b->active.at;
    size_t capacity = b->active.capacity;
    b->active.at = b->next.at;
    b->active.count = b->next.count;
    b->active.capacity = b->next.capacity;
    b->next.at = swap;
    b->next.capacity = capacity;
}

static void sweep(struct breaker *b) {
    int32_t forbidden = b->setting->certain ? BREAK_NEVER : BREAK_LAST_RESORT;
    for (uint32_t i = 0; i < b->count && b->active.count; i++) {
        const struct break_item *item = &b->items[i];
        switch (item->kind) {
        case BREAK_GLUE:
            if (i > 0 && b->items[i - 1].kind == BREAK_BOX)
                break_try(b, i, false);
            break;
        case BREAK_PENALTY:
            if (item->penalty < forbidden)
                break_try(b, i, item->penalty <= BREAK_FORCED);
            continue;
        default:
            b->last_box_hang = item->hang_end;
        }
        b->now.width += item->width;
        b->now.stretch += item->stretch;
        b->now.shrink += item->shrink;
        b->now.flex += item->flex;
        b->now.kern += item->kern;
    }
}

/* The end with the fewest demerits; with looseness, the one whose number of lines is nearest to
 * what is asked and, of those, the best. */
static uint32_t end_choose(const struct breaker *b) {
    uint32_t best = b->active.at[0];
    for (size_t i = 1; i < b->active.count; i++) {
        const struct node *node = &b->nodes.at[b->active.at[i]], *old = &b->nodes.at[best];
        bool fewer = b->setting->fewest && node->line != old->line;
        if (fewer ? node->line < old->line : node->demerits < old->demerits)
            best = b->active.at[i];
    }
    if (b->setting->looseness == 0)
        return best;
    int64_t wanted = (int64_t)b->nodes.at[best].line + b->setting->looseness;
    for (size_t i = 0; i < b->active.count; i++) {
        const struct node *node = &b->nodes.at[b->active.at[i]], *old = &b->nodes.at[best];
        int64_t off = node->line > wanted ? node->line - wanted : wanted - node->line;
        int64_t old_off = old->line > wanted ? old->line - wanted : wanted - old->line;
        if (off < old_off || (off == old_off && node->demerits < old->demerits))
            best = b->active.at[i];
    }
    return best;
}

static size_t lines_collect(const struct breaker *b, struct break_line **lines) {
    uint32_t end = end_choose(b);
    size_t count = b->nodes.at[end].line;
    *lines = arena_make(b->arena, struct break_line, count);
    for (size_t i = count; i > 0; i--) {
        const struct node *node = &b->nodes.at[end];
        (*lines)[i - 1] = (struct break_line){node->item, node->ratio, node->demerits};
        end = node->previous;
    }
    return count;
}

size_t break_lines(const struct break_item *items, size_t count,
                   const struct break_setting *setting, struct arena *arena,
                   struct break_line **lines) {
    struct breaker b = {.items = items, .count = count, .setting = setting, .arena = arena};
    b.special = (uint32_t)setting->width_count - 1;
    array_reserve(&b.nodes, arena, count / 2 + 8);
    struct node start = {.previous = NO_NODE, .fitness = 1};
    for (size_t i = 0; i < count && start.hang_start == 0; i++)
        if (items[i].kind == BREAK_BOX) {
            start.hang_start = items[i].hang_start;
            break;
        }
    start.needs = needs_of(&b, &start);
    array_push(&b.nodes, arena, start);
    array_push(&b.active, arena, 0);
    sweep(&b);
    if (b.active.count == 0)
        return 0;
    return lines_collect(&b, lines);
}
