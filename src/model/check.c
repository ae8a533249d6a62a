/* Rules across files: ids, references, selections. Rules inside one record are in rules.c. */
#include "model/check.h"
#include "model/goal.h"
#include "model/rules.h"

#include <stdlib.h>

/* ---- ids ---- */

/* A file of the command line takes the place of what the data folder has under the same id: a copy
 * of a theme or a draft of a release can be tried as it is. */
static bool takes_place(const struct checker *checker, const struct string *id,
                        const struct string *first) {
    const char *file = id->span.file;
    return file != first->span.file && file && model_file(checker->model, file) == file;
}

static void check_ids(struct checker *checker, const struct id_table *table, const char *what) {
    for (size_t i = 0; i < table->count; i++) {
        const struct string *id = (const void *)(table->records + i * table->size);
        const struct string *first = id_table_find(table, id->text);
        if (first && first != id && !takes_place(checker, id, first))
            diag_fault(checker->diag, id->span, "give each its own",
                       "the %s `%.*s` is there already, at %s:%u:%u", what, STR_ARGS(id->text),
                       first->span.file, first->span.line, first->span.column);
    }
}

static const char *nearest_id(struct checker *checker, const struct id_table *table,
                              struct str id) {
    if (checker->suggestions++ >= MOST_SUGGESTIONS)
        return NULL;
    struct arena_mark mark = arena_mark(checker->scratch);
    const char **words = arena_make(checker->scratch, const char *, table->count);
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct string *known = (const void *)(table->records + i * table->size);
        if (known->text.length)
            words[count++] = known->text.at;
    }
    const char *nearest = schema_nearest(id, words, count);
    arena_rewind(checker->scratch, mark);
    return nearest;
}

bool check_named(struct checker *checker, const struct id_table *table, const struct string *name,
                 const char *what, const char *advice) {
    if (!name->text.length || id_table_find(table, name->text))
        return true;
    const char *nearest = nearest_id(checker, table, name->text);
    const char *hint =
        nearest ? str_print(checker->scratch, "did you mean `%s`?", nearest).at : advice;
    diag_fault(checker->diag, name->span, hint, "there is no %s `%.*s`", what,
               STR_ARGS(name->text));
    return false;
}

static void check_mission_id(struct checker *checker, const struct string *id) {
    check_named(checker, &checker->model->index->missions, id, "mission",
                "name the `id` of a mission of this data");
}

static void check_mission_ids(struct checker *checker, const struct strings *ids) {
    for (size_t i = 0; i < ids->count; i++)
        check_mission_id(checker, &ids->at[i]);
}

static void check_release_ids(struct checker *checker, const struct strings *ids) {
    for (size_t i = 0; i < ids->count; i++)
        check_named(checker, &checker->model->index->releases, &ids->at[i], "release",
                    "name the `id` of a release of this data");
}

/* ---- missions ---- */

/* Sources are in files that a print version has no need of. */
static void check_mission(struct checker *checker, const struct mission *mission) {
    for (size_t i = 0; !checker->model->partial && i < mission->sources.count; i++)
        check_named(checker, &checker->model->index->sources, &mission->sources.at[i], "source",
                    "add it to `sources` of a file in `missions/`");
    mission_rules(mission, checker->diag);
}

/* ---- releases ---- */

static bool names(const struct strings *ids, struct str id) {
    for (size_t i = 0; i < ids->count; i++)
        if (str_equal(ids->at[i].text, id))
            return true;
    return false;
}

static void check_translation(struct checker *checker, const struct release *release,
                              const struct string *id) {
    const struct release *other = release_find(checker->model, id->text);
    if (!other)
        return;
    if (other == release)
        diag_fault(checker->diag, id->span, "leave it out", "the release is its own translation");
    else if (str_equal(other->language.text, release->language.text))
        diag_fault(checker->diag, id->span, "name releases in other languages only",
                   "`%.*s` is in `%.*s` too, so it is no translation", STR_ARGS(id->text),
                   STR_ARGS(other->language.text));
    else if (release->id.text.length && !names(&other->translations, release->id.text))
        diag_fault(checker->diag, other->id.span, "add it to its `translations`",
                   "`%.*s` does not name its translation `%.*s`", STR_ARGS(other->id.text),
                   STR_ARGS(release->id.text));
}

static void check_release(struct checker *checker, const struct release *release) {
    check_mission_id(checker, &release->issuer);
    check_mission_ids(checker, &release->missions);
    check_release_ids(checker, &release->translations);
    for (size_t i = 0; i < release->translations.count; i++)
        check_translation(checker, release, &release->translations.at[i]);
    release_rules(release, checker->scratch, checker->diag);
}

/* ---- bulletins and directories ---- */

static void check_pages(struct checker *checker, const struct string *pages) {
    struct page_goal goal;
    if (pages->text.length && !page_goal_read(pages->text, &goal))
        diag_fault(checker->diag, pages->span, "write `pages: 48` or `pages: multiple of 4`",
                   "`pages` is no number of pages: %.*s", STR_ARGS(pages->text));
}

/* ---- bulletins ---- */

/* Releases by day, so that a bulletin looks at those of its week only. */
struct days {
    const struct release **at;
    size_t count;
};

static int by_day(const void *left, const void *right) {
    const struct release *const *a = left, *const *b = right;
    return date_compare((*a)->date.date, (*b)->date.date);
}

static struct days days_new(struct checker *checker) {
    const struct releases *releases = &checker->model->releases;
    struct days days = {arena_make(checker->scratch, const struct release *, releases->count),
                        releases->count};
    for (size_t i = 0; i < days.count; i++)
        days.at[i] = &releases->at[i];
    if (days.count)
        qsort(days.at, days.count, sizeof *days.at, by_day);
    return days;
}

static size_t days_first(const struct days *days, struct date from) {
    size_t low = 0, high = days->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (date_compare(days->at[middle]->date.date, from) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool tags_meet(const struct strings *tags, const struct strings *wanted) {
    for (size_t i = 0; i < wanted->count; i++)
        if (names(tags, wanted->at[i].text))
            return true;
    return wanted->count == 0;
}

/* The conditions of `select`, as publication/select.c applies them. */
static bool selects_by_day(const struct bulletin *bulletin, const struct days *days,
                           struct str language) {
    const struct dated *own_from = &bulletin->select.from, *own_to = &bulletin->select.to;
    struct date from = own_from->date.year ? own_from->date : bulletin->from.date;
    struct date to = own_to->date.year ? own_to->date : bulletin->to.date;
    for (size_t i = days_first(days, from); i < days->count; i++) {
        const struct release *release = days->at[i];
        if (date_compare(release->date.date, to) > 0)
            return false;
        if (str_equal(release->language.text, language) &&
            tags_meet(&release->tags, &bulletin->select.tags))
            return true;
    }
    return false;
}

static bool selects_by_id(const struct model *model, const struct strings *ids,
                          struct str language) {
    for (size_t i = 0; i < ids->count; i++) {
        const struct release *release = release_find(model, ids->at[i].text);
        if (release && release_in(model, release, language))
            return true;
    }
    return false;
}

static void check_selection(struct checker *checker, const struct bulletin *bulletin,
                            const struct days *days) {
    const struct strings *ids = &bulletin->select.releases;
    for (size_t i = 0; i < bulletin->languages.count; i++) {
        const struct string *language = &bulletin->languages.at[i];
        bool any = ids->count ? selects_by_id(checker->model, ids, language->text)
                              : selects_by_day(bulletin, days, language->text);
        if (!any && language->text.length)
            diag_fault(checker->diag, language->span,
                       "widen `select` or the days, or leave the language out",
                       "the bulletin selects no release in `%.*s`", STR_ARGS(language->text));
    }
}

static void check_days(struct checker *checker, const struct dated *from, const struct dated *to) {
    if (from->date.year && to->date.year && date_compare(from->date, to->date) > 0)
        diag_fault(checker->diag, from->span, "exchange the two days", "`from` is after `to`");
}

/* What is selected by ids or days that are wrong themselves is not looked at. */
static void check_bulletin(struct checker *checker, const struct bulletin *bulletin,
                           const struct days *days) {
    check_mission_id(checker, &bulletin->issuer);
    issn_rule(&bulletin->issn, checker->diag);
    check_pages(checker, &bulletin->pages);
    if (bulletin->synoptic.value && bulletin->languages.count == 1)
        diag_fault(checker->diag, bulletin->synoptic.span,
                   "add a language to `languages`, or leave `synoptic` out",
                   "a synoptic bulletin needs two languages");
    for (size_t i = 0; i < bulletin->sections.count; i++)
        check_release_ids(checker, &bulletin->sections.at[i].releases);
    size_t faults = diag_faults(checker->diag);
    check_release_ids(checker, &bulletin->select.releases);
    check_days(checker, &bulletin->from, &bulletin->to);
    check_days(checker, &bulletin->select.from, &bulletin->select.to);
    if (diag_faults(checker->diag) == faults)
        check_selection(checker, bulletin, days);
}

/* ---- directories ---- */

static void check_directory(struct checker *checker, const struct directory *directory) {
    const struct integer *columns = &directory->columns;
    check_mission_id(checker, &directory->issuer);
    check_mission_ids(checker, &directory->select.missions);
    check_pages(checker, &directory->pages);
    if (columns->given && (columns->value < 1 || columns->value > 4))
        diag_fault(checker->diag, columns->span, "write 1, 2, 3 or 4",
                   "a directory cannot have %lld columns", (long long)columns->value);
}

static void check_all_ids(struct checker *checker) {
    const struct model_index *index = checker->model->index;
    check_ids(checker, &index->missions, "mission");
    check_ids(checker, &index->sources, "source");
    check_ids(checker, &index->releases, "release");
    check_ids(checker, &index->bulletins, "bulletin");
    check_ids(checker, &index->directories, "directory");
    check_ids(checker, &index->themes, "theme");
}

void model_check(const struct model *model, struct diag *diag) {
    struct checker checker = {.model = model, .scratch = arena_new(), .diag = diag};
    check_all_ids(&checker);
    for (size_t i = 0; i < model->missions.count; i++)
        check_mission(&checker, &model->missions.at[i]);
    for (size_t i = 0; i < model->releases.count; i++)
        check_release(&checker, &model->releases.at[i]);
    struct days days = days_new(&checker);
    for (size_t i = 0; i < model->bulletins.count; i++)
        check_bulletin(&checker, &model->bulletins.at[i], &days);
    for (size_t i = 0; i < model->directories.count; i++)
        check_directory(&checker, &model->directories.at[i]);
    for (size_t i = 0; i < model->themes.count; i++)
        check_theme(&checker, &model->themes.at[i]);
    check_labels(&checker);
    arena_free(checker.scratch);
}
