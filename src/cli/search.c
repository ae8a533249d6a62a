#include "cli/search.h"

/* The ladder in one direction, and what is known of its steps. */
struct climb {
    const struct search *search;
    int direction; /* -1: to fewer pages, 1: to more */
    uint32_t wanted;
    struct fit_ladder ladder;
    struct extent *known; /* one a step; pages 0: not yet */
    size_t step;          /* the result */
    bool reached;
};

static bool measure(struct climb *climb, size_t step) {
    struct extent *extent = &climb->known[step];
    return extent->pages > 0 ||
           climb->search->measure(climb->search->context, &climb->ladder.at[step], extent);
}

static bool reaches(const struct climb *climb, size_t step, uint32_t wanted) {
    uint32_t pages = climb->known[step].pages;
    return climb->direction < 0 ? pages <= wanted : pages >= wanted;
}

/* The first step that reaches so many pages; the last one does. */
static bool bisect(struct climb *climb, uint32_t wanted, size_t *first) {
    size_t low = 0, high = climb->ladder.count - 1;
    while (high > low) {
        size_t middle = low + (high - low) / 2;
        if (!measure(climb, middle))
            return false;
        if (reaches(climb, middle, wanted))
            high = middle;
        else
            low = middle + 1;
    }
    *first = high;
    return true;
}

/* Where a step leaps over the goal the document must not be longer: what it had before the leap is
 * reached as soon as can be. */
static bool find_step(struct climb *climb) {
    if (!bisect(climb, climb->wanted, &climb->step))
        return false;
    if (climb->known[climb->step].pages <= climb->wanted)
        return true;
    return measure(climb, climb->step - 1) &&
           bisect(climb, climb->known[climb->step - 1].pages, &climb->step);
}

/* False when the document cannot be laid out. */
static bool climb_to(struct climb *climb, const struct search *search, int direction,
                     uint32_t wanted, const struct extent *natural) {
    *climb = (struct climb){.search = search, .direction = direction, .wanted = wanted};
    if (wanted == 0)
        return true;
    climb->ladder = fit_ladder_new(search->theme, direction, search->arena);
    climb->known = arena_make(search->arena, struct extent, climb->ladder.count);
    climb->known[0] = *natural;
    if (!measure(climb, climb->ladder.count - 1))
        return false;
    climb->reached = reaches(climb, climb->ladder.count - 1, wanted);
    return !climb->reached || find_step(climb);
}

/* A blank page is seen more than any change. */
static uint64_t cost_of(const struct climb *climb) {
    if (!climb->reached)
        return UINT64_MAX;
    uint64_t blank = climb->wanted - climb->known[climb->step].pages;
    return blank << 32 | climb->step;
}

static struct extent end_of(const struct climb *climb) {
    return climb->wanted ? climb->known[climb->ladder.count - 1] : (struct extent){0};
}

bool search_fit(const struct search *search, struct found *found) {
    struct extent natural;
    *found = (struct found){.fit = fit_none(search->theme)};
    if (!search->measure(search->context, &found->fit, &natural))
        return false;
    const struct page_goal *goal = &search->goal;
    uint32_t above = goal->multiple ? (natural.pages + goal->pages - 1) / goal->pages * goal->pages
                                    : goal->pages;
    uint32_t below = goal->multiple ? above - goal->pages : goal->pages;
    found->natural = natural;
    found->pages = above;
    if (natural.pages == above)
        return true;
    found->fewer = natural.pages > below ? below : 0;
    found->more = natural.pages < above ? above : 0;
    struct climb down, up;
    if (!climb_to(&down, search, -1, found->fewer, &natural) ||
        !climb_to(&up, search, 1, found->more, &natural))
        return false;
    const struct climb *best = cost_of(&up) < cost_of(&down) ? &up : &down;
    found->shortest = end_of(&down);
    found->longest = end_of(&up);
    found->missed = !best->reached;
    if (best->reached) {
        found->fit = best->ladder.at[best->step];
        found->changed = best->step > 0;
        found->pages = best->wanted;
    }
    return true;
}
