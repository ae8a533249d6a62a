#include "cli/fit.h"
#include "cli/synoptic.h"

/* ---- how long a document is ---- */

/* Lines of the grid down to the lowest text of the last page. */
static uint32_t last_lines(const struct pages *pages, const struct master *master) {
    const struct page *page = &pages->at[pages->count - 1];
    sp lowest = master->first_baseline;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        if (item->kind == ITEM_TEXT && item->tag && item->y > lowest)
            lowest = item->y;
    }
    return (uint32_t)((lowest - master->first_baseline) / master->grid) + 1;
}

struct extent extent_of(const struct pages *pages, const struct doc *doc) {
    const struct master *master = doc->last->master;
    return (struct extent){.pages = (uint32_t)pages->count,
                           .last_lines = last_lines(pages, master),
                           .lines = (uint32_t)master->lines};
}

static bool measure_one(const struct fit_request *request, const struct fit *fit,
                        struct extent *extent) {
    struct arena *arena = arena_new();
    struct diag *diag = diag_new(request->arena);
    struct doc *doc = request->compose(request->context, fit, request->job->language, arena, diag);
    struct pages *pages = doc ? request->layout(request->context, doc, arena, diag) : NULL;
    bool good = pages && pages->count > 0 && diag_faults(diag) == 0;
    if (good)
        *extent = extent_of(pages, doc);
    else
        diag_merge(request->diag, diag);
    arena_free(arena);
    return good;
}

bool job_is_synoptic(const struct job *job) {
    return job->bulletin && job->bulletin->synoptic.value;
}

/* What was found while steps were measured: the step that is taken is among them. */
struct measuring {
    const struct fit_request *request;
    ARRAY(struct synopsis) synopses;
};

static bool measure(void *context, const struct fit *fit, struct extent *extent) {
    struct measuring *measuring = context;
    const struct fit_request *request = measuring->request;
    if (!job_is_synoptic(request->job))
        return measure_one(request, fit, extent);
    struct synopsis *synopsis = array_add(&measuring->synopses, request->arena);
    bool good = synopsis_find(request, fit, synopsis);
    *extent = synopsis->extent;
    return good;
}

static bool fits_equal(const struct fit *a, const struct fit *b) {
    return a->looseness == b->looseness && a->lines == b->lines && a->gap == b->gap &&
           a->size == b->size;
}

static struct synopsis *synopsis_of(const struct measuring *measuring, const struct fit *fit) {
    for (size_t i = 0; i < measuring->synopses.count; i++)
        if (fits_equal(&measuring->synopses.at[i].fit, fit))
            return &measuring->synopses.at[i];
    return NULL;
}

/* ---- messages ---- */

static struct str count_print(struct arena *arena, uint32_t count, const char *what) {
    return str_print(arena, "%u %s%s", count, what, count == 1 ? "" : "s");
}

/* What is to be added or taken away: "1 page and 14 lines". */
static struct str miss_print(struct arena *arena, const struct extent *extent, uint32_t wanted) {
    bool longer = extent->pages > wanted;
    uint32_t pages = (longer ? extent->pages - wanted : wanted - extent->pages) - 1;
    uint32_t room = extent->lines > extent->last_lines ? extent->lines - extent->last_lines : 0;
    struct str lines = count_print(arena, longer ? extent->last_lines : room + 1, "line");
    if (pages == 0)
        return lines;
    return str_print(arena, "%.*s and %.*s", STR_ARGS(count_print(arena, pages, "page")),
                     STR_ARGS(lines));
}

/* "14 lines too long for 16" */
static struct str try_print(struct arena *arena, const struct extent *extent, uint32_t wanted) {
    return str_print(arena, "%.*s too %s for %u", STR_ARGS(miss_print(arena, extent, wanted)),
                     extent->pages > wanted ? "long" : "short", wanted);
}

/* "the edition in `ru`": which one is too long or too short. */
static struct str edition_print(const struct fit_request *request) {
    if (job_is_synoptic(request->job))
        return STR("the longest edition");
    return str_print(request->arena, "the edition in `%.*s`", STR_ARGS(request->job->language));
}

static void report_number(const struct fit_request *request, const struct string *pages,
                          const struct found *found) {
    struct arena *arena = request->arena;
    bool longer = found->fewer > 0;
    const struct extent *end = longer ? &found->shortest : &found->longest;
    struct str miss = try_print(arena, end, longer ? found->fewer : found->more);
    struct str hint =
        str_print(arena, "%s the text, widen `fitting` in the theme, or write `pages: %u`",
                  longer ? "shorten" : "lengthen", end->pages);
    diag_fault(request->diag, pages->span, hint.at,
               "within the limits of the theme %.*s stays %.*s pages",
               STR_ARGS(edition_print(request)), STR_ARGS(miss));
}

static void report_multiple(const struct fit_request *request, const struct string *pages,
                            const struct found *found) {
    struct arena *arena = request->arena;
    struct str misses = try_print(arena, &found->longest, found->more);
    if (found->fewer)
        misses =
            str_print(arena, "%.*s pages and %.*s",
                      STR_ARGS(try_print(arena, &found->shortest, found->fewer)), STR_ARGS(misses));
    struct str blank = count_print(arena, found->pages - found->natural.pages, "blank page");
    diag_warn(request->diag, pages->span,
              "shorten or lengthen the text, or widen `fitting` in the theme",
              "within the limits of the theme %.*s stays %.*s; it ends with %.*s",
              STR_ARGS(edition_print(request)), STR_ARGS(misses), STR_ARGS(blank));
}

/* ---- the whole ---- */

static const struct string *pages_of(const struct job *job) {
    static const struct string none = {0};
    return job->bulletin ? &job->bulletin->pages : job->directory ? &job->directory->pages : &none;
}

/* False after a fault; what cannot be reached is reported. */
static bool find_fit(struct measuring *measuring, struct found *found) {
    const struct fit_request *request = measuring->request;
    const struct string *pages = pages_of(request->job);
    struct search search = {
        .theme = request->theme, .measure = measure, .context = measuring, .arena = request->arena};
    *found = (struct found){.fit = fit_none(request->theme)};
    if (!pages->text.length || !page_goal_read(pages->text, &search.goal))
        return true;
    if (!search_fit(&search, found))
        return false;
    if (found->missed && search.goal.multiple)
        report_multiple(request, pages, found);
    else if (found->missed)
        report_number(request, pages, found);
    return true;
}

bool setting_find(const struct fit_request *request, struct setting *setting) {
    struct measuring measuring = {.request = request};
    struct extent extent;
    *setting = (struct setting){0};
    if (!find_fit(&measuring, &setting->found))
        return false;
    if (!job_is_synoptic(request->job))
        return true;
    const struct fit *fit = &setting->found.fit;
    if (!synopsis_of(&measuring, fit) && !measure(&measuring, fit, &extent))
        return false;
    setting->synopsis = synopsis_of(&measuring, fit);
    return true;
}

struct doc *setting_apply(const struct setting *setting, const struct fit_request *request,
                          struct doc *doc) {
    const struct job *job = request->job;
    if (setting->found.changed)
        doc = request->compose(request->context, &setting->found.fit, job->language, request->arena,
                               request->diag);
    if (!doc)
        return NULL;
    if (setting->synopsis) {
        synopsis_apply(setting->synopsis, job->language, doc);
        synopsis_report(setting->synopsis, job->language, job->bulletin->synoptic.span,
                        request->diag);
    }
    doc->least_pages = setting->found.pages;
    return doc;
}
