/* The search over made-up documents, whose pages follow from the step of the ladder. */
#include "cli/search.h"
#include "unit/check.h"

/* Sizes from 90 to 110 % in steps of a half: ladders of 20 steps. */
static const struct theme theme = {
    .grid = {.value = SP_OF_PT(12), .given = true},
    .lines = {.value = 40, .given = true},
    .fitting = {.least_size = {.value = 9000, .given = true},
                .most_size = {.value = 11000, .given = true}},
};

static struct arena *arena;

struct document {
    uint32_t pages;      /* of the theme as it is */
    int steps_a_page;    /* of the ladder for a page more or less */
    uint32_t pages_leap; /* pages that come and go at once */
    size_t measured;
    bool faulty;
};

static bool measure(void *context, const struct fit *fit, struct extent *extent) {
    struct document *document = context;
    int step = (fit->size - 10000) / 50;
    int more = step / document->steps_a_page * (int)document->pages_leap;
    document->measured++;
    *extent =
        (struct extent){.pages = document->pages + (uint32_t)more, .last_lines = 12, .lines = 40};
    return !document->faulty;
}

static struct found find(struct document *document, const char *goal) {
    struct search search = {
        .theme = &theme, .measure = measure, .context = document, .arena = arena};
    struct found found = {0};
    document->measured = 0;
    CHECK(page_goal_read(str_from(goal), &search.goal));
    CHECK(search_fit(&search, &found) == !document->faulty);
    return found;
}

static void numbers(void) {
    struct document document = {.pages = 20, .steps_a_page = 4, .pages_leap = 1};
    struct found found = find(&document, "20");
    CHECK(!found.changed && !found.missed && found.pages == 20 && document.measured == 1);
    found = find(&document, "18"); /* the least of all changes that reach it */
    CHECK(found.changed && !found.missed && found.pages == 18 && found.fit.size == 10000 - 8 * 50);
    CHECK(document.measured <= 7);
    found = find(&document, "23");
    CHECK(!found.missed && found.pages == 23 && found.fit.size == 10000 + 12 * 50);
    found = find(&document, "14");
    CHECK(found.missed && !found.changed && found.fewer == 14 && found.more == 0);
    CHECK(found.shortest.pages == 15 && found.longest.pages == 0);
    found = find(&document, "30");
    CHECK(found.missed && found.longest.pages == 25 && found.more == 30);
}

static void multiples(void) {
    struct document document = {.pages = 20, .steps_a_page = 4, .pages_leap = 1};
    CHECK(!find(&document, "multiple of 4").changed);
    document.pages = 21; /* nearer to 20 than to 24 */
    struct found found = find(&document, "multiple of 4");
    CHECK(found.pages == 20 && found.fit.size == 10000 - 4 * 50);
    document.pages = 23;
    found = find(&document, "multiple of 4");
    CHECK(found.pages == 24 && found.fit.size == 10000 + 4 * 50);
    document.pages = 10; /* between 0 and 16: blank pages */
    found = find(&document, "multiple of 16");
    CHECK(found.missed && !found.changed && found.pages == 16);
    CHECK(found.fewer == 0 && found.longest.pages == 15 && found.natural.pages == 10);
    document.pages = 40; /* between 32 and 48 */
    found = find(&document, "multiple of 16");
    CHECK(found.missed && found.pages == 48 && found.fewer == 32 && found.more == 48);
}

/* Two pages at once leap over odd numbers: the page that lacks stays blank. */
static void leaps(void) {
    struct document document = {.pages = 20, .steps_a_page = 5, .pages_leap = 2};
    struct found found = find(&document, "17");
    CHECK(!found.missed && found.pages == 17 && found.fit.size == 10000 - 10 * 50);
    found = find(&document, "21"); /* no change at all, then */
    CHECK(!found.missed && !found.changed && found.pages == 21);
    found = find(&document, "23");
    CHECK(!found.missed && found.changed && found.pages == 23 && found.fit.size == 10000 + 5 * 50);
}

static void faults(void) {
    struct document document = {.pages = 20, .steps_a_page = 4, .pages_leap = 1, .faulty = true};
    find(&document, "18");
}

int main(void) {
    arena = arena_new();
    numbers();
    multiples();
    leaps();
    faults();
    arena_free(arena);
    return check_end();
}
