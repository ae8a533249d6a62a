#include "cli/synoptic.h"

#include <stdlib.h>

/* The edition in one language while pages are found. */
struct parallel {
    struct str language;
    struct doc *doc;
    uint32_t *pages; /* on which its counterparts begin, from 1 */
    bool stale;      /* to be laid out again */
    struct extent extent;
};

struct settling {
    const struct fit_request *request;
    struct arena *arena; /* of the documents */
    struct diag *diag;
    struct parallel *editions;
    size_t count;
};

/* ---- editions ---- */

static int compare_destination(const void *key, const void *element) {
    const struct str *id = key;
    const struct destination *destination = element;
    return str_compare(*id, destination->id);
}

static uint32_t page_of(const struct pages *pages, struct str id) {
    const struct destination *found = bsearch(&id, pages->destinations, pages->destination_count,
                                              sizeof *pages->destinations, compare_destination);
    return found ? found->page + 1 : 0;
}

static bool compose_all(struct settling *settling, const struct fit *fit) {
    const struct fit_request *request = settling->request;
    const struct strings *languages = &request->job->bulletin->languages;
    settling->count = languages->count;
    settling->editions = arena_make(settling->arena, struct parallel, languages->count);
    for (size_t i = 0; i < languages->count; i++) {
        struct parallel *edition = &settling->editions[i];
        edition->language = languages->at[i].text;
        edition->doc = request->compose(request->context, fit, edition->language, settling->arena,
                                        settling->diag);
        if (!edition->doc || diag_faults(settling->diag))
            return false;
        edition->pages = arena_make(settling->arena, uint32_t, edition->doc->counterparts.count);
        edition->stale = true;
    }
    return true;
}

static bool lay_out(struct settling *settling, struct parallel *edition) {
    const struct fit_request *request = settling->request;
    struct arena *arena = arena_new();
    struct pages *pages = request->layout(request->context, edition->doc, arena, settling->diag);
    bool good = pages && pages->count > 0 && diag_faults(settling->diag) == 0;
    if (good) {
        const struct counterparts *all = &edition->doc->counterparts;
        for (size_t i = 0; i < all->count; i++)
            edition->pages[i] = page_of(pages, all->at[i].id);
        edition->extent = extent_of(pages, edition->doc);
        edition->stale = false;
    }
    arena_free(arena);
    return good;
}

/* ---- order ---- */

static size_t place_of(const struct parallel *edition, struct str key) {
    const struct counterparts *all = &edition->doc->counterparts;
    for (size_t i = 0; i < all->count; i++)
        if (str_equal(all->at[i].key, key))
            return i;
    return all->count;
}

/* What stands in two editions stands in the same order in both, or pages never agree. */
static bool order_agrees(const struct settling *settling, const struct parallel *one,
                         const struct parallel *other) {
    const struct counterparts *all = &one->doc->counterparts;
    const struct bulletin *bulletin = settling->request->job->bulletin;
    size_t last = 0, last_place = 0;
    for (size_t i = 0; i < all->count; i++) {
        size_t place = place_of(other, all->at[i].key);
        if (place == other->doc->counterparts.count)
            continue;
        if (place < last_place) {
            diag_fault(settling->diag, bulletin->synoptic.span,
                       "give translations the same day, or take them into `sections` in one order",
                       "`%.*s` stands before `%.*s` in `%.*s`, but after it in `%.*s`",
                       STR_ARGS(all->at[last].key), STR_ARGS(all->at[i].key),
                       STR_ARGS(one->language), STR_ARGS(other->language));
            return false;
        }
        last = i;
        last_place = place;
    }
    return true;
}

static bool orders_agree(const struct settling *settling) {
    for (size_t i = 0; i < settling->count; i++)
        for (size_t k = i + 1; k < settling->count; k++)
            if (!order_agrees(settling, &settling->editions[i], &settling->editions[k]))
                return false;
    return true;
}

/* ---- pages ---- */

static uint32_t latest_page(const struct settling *settling, struct str key) {
    uint32_t latest = 0;
    for (size_t i = 0; i < settling->count; i++) {
        const struct parallel *edition = &settling->editions[i];
        size_t place = place_of(edition, key);
        if (place < edition->doc->counterparts.count && edition->pages[place] > latest)
            latest = edition->pages[place];
    }
    return latest;
}

static void put_off(struct block *block, uint32_t page) {
    block->start = START_PAGE;
    block->least_page = page;
}

/* Puts off what begins too soon, the first of it in each edition: what follows moves with it. */
static bool put_off_first(struct settling *settling, struct parallel *edition) {
    const struct counterparts *all = &edition->doc->counterparts;
    for (size_t i = 0; i < all->count; i++) {
        uint32_t page = latest_page(settling, all->at[i].key);
        if (edition->pages[i] >= page)
            continue;
        put_off(all->at[i].block, page);
        return edition->stale = true;
    }
    return false;
}

static bool settle(struct settling *settling) {
    size_t rounds = 2;
    for (size_t i = 0; i < settling->count; i++)
        rounds += 2 * settling->editions[i].doc->counterparts.count;
    for (; rounds > 0; rounds--) {
        bool moved = false;
        for (size_t i = 0; i < settling->count; i++)
            if (settling->editions[i].stale && !lay_out(settling, &settling->editions[i]))
                return false;
        for (size_t i = 0; i < settling->count; i++)
            moved |= put_off_first(settling, &settling->editions[i]);
        if (!moved)
            return true;
    }
    diag_fault(settling->diag, settling->request->job->bulletin->synoptic.span,
               "leave `synoptic` out", "the pages of the releases do not settle");
    return false;
}

/* ---- looser setting ---- */

/* The first counterpart that is not on its page. */
static size_t first_moved(const struct parallel *edition, const uint32_t *wanted) {
    size_t i = 0;
    while (i < edition->doc->counterparts.count && edition->pages[i] == wanted[i])
        i++;
    return i;
}

/* White before what was put off is taken up by looser paragraphs, where all pages stay. */
static bool loosen(struct settling *settling, struct parallel *edition) {
    const struct counterparts *all = &edition->doc->counterparts;
    int64_t looseness = settling->request->theme->fitting.looseness.value;
    uint32_t *wanted = arena_make(settling->arena, uint32_t, all->count);
    for (size_t i = 0; i < all->count; i++) {
        wanted[i] = edition->pages[i];
        if (looseness > 0 && i > 0 && all->at[i].block->least_page)
            all->at[i - 1].block->looseness = (int8_t)looseness;
        edition->stale |= i > 0 && all->at[i - 1].block->looseness;
    }
    while (edition->stale) {
        if (!lay_out(settling, edition))
            return false;
        size_t moved = first_moved(edition, wanted);
        if (moved == all->count)
            break;
        while (moved > 0 && !all->at[moved - 1].block->looseness)
            moved--;
        if (moved == 0)
            break;
        all->at[moved - 1].block->looseness = 0;
        edition->stale = true;
    }
    return true;
}

static bool loosen_all(struct settling *settling) {
    for (size_t i = 0; i < settling->count; i++)
        if (!loosen(settling, &settling->editions[i]))
            return false;
    return true;
}

/* ---- result ---- */

static void take_turns(const struct settling *settling, const struct parallel *edition,
                       struct turns *turns) {
    struct arena *arena = settling->request->arena;
    const struct counterparts *all = &edition->doc->counterparts;
    *turns = (struct turns){.language = edition->language};
    for (size_t i = 0; i < all->count; i++) {
        const struct block *block = all->at[i].block;
        array_push(&turns->list, arena,
                   (struct turn){.key = str_copy(arena, all->at[i].key),
                                 .page = block->least_page,
                                 .looseness = block->looseness});
    }
}

static void take_synopsis(const struct settling *settling, struct synopsis *synopsis) {
    synopsis->count = settling->count;
    synopsis->at = arena_make(settling->request->arena, struct turns, settling->count);
    for (size_t i = 0; i < settling->count; i++) {
        const struct parallel *edition = &settling->editions[i];
        if (edition->extent.pages > synopsis->extent.pages)
            synopsis->extent = edition->extent;
        take_turns(settling, edition, &synopsis->at[i]);
    }
}

bool synopsis_find(const struct fit_request *request, const struct fit *fit,
                   struct synopsis *synopsis) {
    struct settling settling = {
        .request = request, .arena = arena_new(), .diag = diag_new(request->arena)};
    *synopsis = (struct synopsis){.fit = *fit};
    bool good = compose_all(&settling, fit) && orders_agree(&settling) && settle(&settling) &&
                loosen_all(&settling);
    if (good)
        take_synopsis(&settling, synopsis);
    else
        diag_merge(request->diag, settling.diag);
    arena_free(settling.arena);
    return good;
}

/* ---- use ---- */

static const struct turns *turns_in(const struct synopsis *synopsis, struct str language) {
    for (size_t i = 0; i < synopsis->count; i++)
        if (str_equal(synopsis->at[i].language, language))
            return &synopsis->at[i];
    return NULL;
}

static const struct turn *turn_find(const struct turns *turns, struct str key) {
    for (size_t i = 0; i < turns->list.count; i++)
        if (str_equal(turns->list.at[i].key, key))
            return &turns->list.at[i];
    return NULL;
}

void synopsis_apply(const struct synopsis *synopsis, struct str language, struct doc *doc) {
    const struct turns *turns = turns_in(synopsis, language);
    for (size_t i = 0; i < doc->counterparts.count; i++) {
        const struct turn *turn = turn_find(turns, doc->counterparts.at[i].key);
        struct block *block = doc->counterparts.at[i].block;
        if (turn->page)
            put_off(block, turn->page);
        block->looseness = turn->looseness;
    }
}

void synopsis_report(const struct synopsis *synopsis, struct str language, struct span span,
                     struct diag *diag) {
    const struct turns *turns = turns_in(synopsis, language);
    for (size_t i = 0; i < synopsis->count; i++) {
        const struct turns *other = &synopsis->at[i];
        for (size_t k = 0; k < other->list.count; k++)
            if (!turn_find(turns, other->list.at[k].key))
                diag_warn(diag, span, "translate it, or leave it out of the bulletin",
                          "`%.*s` is not there in `%.*s`: its pages may stay empty",
                          STR_ARGS(other->list.at[k].key), STR_ARGS(language));
    }
}
