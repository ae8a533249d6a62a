/* Rules across files: ids, references, languages. Rules inside one record are in rules.c. */
#include "base/file.h"
#include "model/index.h"
#include "model/rules.h"

#include <stdlib.h>
#include <string.h>

/* ---- ids ---- */

static void check_ids(const struct id_table *table, size_t count, const char *what,
                      struct diag *diag) {
    for (size_t i = 0; i < count; i++) {
        const struct string *id = (const void *)(table->records + i * table->size);
        const struct string *first = id_table_find(table, id->text);
        if (first && first != id)
            diag_fault(diag, id->span, "give each its own id",
                       "the id `%.*s` is taken by another %s, at %s:%u", STR_ARGS(id->text), what,
                       first->span.file, first->span.line);
    }
}

/* Ids as words for "did you mean". Made only when a reference fails. */
static const char *nearest_id(const struct id_table *table, size_t count, struct str id) {
    const char **words = malloc((count + 1) * sizeof *words);
    if (!words)
        memory_exhausted();
    size_t filled = 0;
    for (size_t i = 0; i < count; i++) {
        const struct string *known = (const void *)(table->records + i * table->size);
        if (known->text.at)
            words[filled++] = known->text.at;
    }
    const char *nearest = schema_nearest(id, words, filled);
    free(words);
    return nearest;
}

static void check_reference(const struct id_table *table, size_t count, const struct string *id,
                            const char *what, struct diag *diag) {
    if (!id->text.length || id_table_find(table, id->text))
        return;
    const char *nearest = nearest_id(table, count, id->text);
    char hint[200];
    if (nearest)
        snprintf(hint, sizeof hint, "did you mean `%s`?", nearest);
    diag_fault(diag, id->span, nearest ? hint : NULL, "there is no %s `%.*s`", what,
               STR_ARGS(id->text));
}

static void check_references(const struct id_table *table, size_t count, const struct strings *ids,
                             const char *what, struct diag *diag) {
    for (size_t i = 0; i < ids->count; i++)
        check_reference(table, count, &ids->at[i], what, diag);
}

#define REFERENCE(list, id, what)                                                                  \
    check_reference(&model->index->list, model->list.count, (id), (what), diag)
#define REFERENCES(list, ids, what)                                                                \
    check_references(&model->index->list, model->list.count, (ids), (what), diag)

/* ---- releases ---- */

static bool names(const struct strings *ids, struct str id) {
    for (size_t i = 0; i < ids->count; i++)
        if (str_equal(ids->at[i].text, id))
            return true;
    return false;
}

static void check_translations(const struct model *model, const struct release *release,
                               struct diag *diag) {
    for (size_t i = 0; i < release->translations.count; i++) {
        const struct string *id = &release->translations.at[i];
        const struct release *other = release_find(model, id->text);
        if (!other)
            continue;
        if (str_equal(other->language.text, release->language.text))
            diag_fault(diag, id->span, NULL, "`%.*s` is in the same language, it is no translation",
                       STR_ARGS(id->text));
        else if (!names(&other->translations, release->id.text))
            diag_fault(diag, other->id.span, "add it to its `translations`",
                       "`%.*s` does not name its translation `%.*s`", STR_ARGS(other->id.text),
                       STR_ARGS(release->id.text));
    }
}

static void check_release(const struct model *model, const struct release *release,
                          struct diag *diag) {
    REFERENCE(missions, &release->issuer, "mission");
    REFERENCES(missions, &release->missions, "mission");
    REFERENCES(releases, &release->translations, "release");
    check_translations(model, release, diag);
    release_rules(release, diag);
}

/* ---- bulletins ---- */

static void check_order_of_days(const struct dated *from, const struct dated *to,
                                struct diag *diag) {
    if (from->date.year && to->date.year && date_compare(from->date, to->date) > 0)
        diag_fault(diag, from->span, "exchange the two days", "`from` is after `to`");
}

static bool in_days(const struct bulletin *bulletin, const struct release *release) {
    struct date from =
        bulletin->select.from.date.year ? bulletin->select.from.date : bulletin->from.date;
    struct date to = bulletin->select.to.date.year ? bulletin->select.to.date : bulletin->to.date;
    return date_compare(release->date.date, from) >= 0 && date_compare(release->date.date, to) <= 0;
}

static bool bulletin_has(const struct bulletin *bulletin, const struct release *release) {
    if (bulletin->select.releases.count)
        return names(&bulletin->select.releases, release->id.text);
    for (size_t i = 0; i < bulletin->sections.count; i++)
        if (names(&bulletin->sections.at[i].releases, release->id.text))
            return true;
    return in_days(bulletin, release);
}

static void check_selection(const struct model *model, const struct bulletin *bulletin,
                            struct str language, struct span span, struct diag *diag) {
    for (size_t i = 0; i < model->releases.count; i++) {
        const struct release *release = &model->releases.at[i];
        const struct release *own = release_in(model, release, language);
        if (own && bulletin_has(bulletin, release))
            return;
    }
    diag_fault(diag, span, "widen its dates or leave the language out",
               "the bulletin selects no release in `%.*s`", STR_ARGS(language));
}

static void check_bulletin(const struct model *model, const struct bulletin *bulletin,
                           struct diag *diag) {
    REFERENCE(missions, &bulletin->issuer, "mission");
    REFERENCES(releases, &bulletin->select.releases, "release");
    for (size_t i = 0; i < bulletin->sections.count; i++)
        REFERENCES(releases, &bulletin->sections.at[i].releases, "release");
    check_order_of_days(&bulletin->from, &bulletin->to, diag);
    check_order_of_days(&bulletin->select.from, &bulletin->select.to, diag);
    issn_rule(&bulletin->issn, diag);
    for (size_t i = 0; i < bulletin->languages.count; i++)
        check_selection(model, bulletin, bulletin->languages.at[i].text,
                        bulletin->languages.at[i].span, diag);
}

static void check_directory(const struct model *model, const struct directory *directory,
                            struct diag *diag) {
    REFERENCE(missions, &directory->issuer, "mission");
    REFERENCES(missions, &directory->select.missions, "mission");
    if (directory->columns.given && (directory->columns.value < 1 || directory->columns.value > 4))
        diag_fault(diag, directory->columns.span, "write 1, 2, 3 or 4",
                   "a directory cannot have %lld columns", (long long)directory->columns.value);
}

static void check_mission(const struct model *model, const struct mission *mission,
                          struct diag *diag) {
    for (size_t i = 0; i < mission->sources.count; i++) {
        const struct string *key = &mission->sources.at[i];
        bool known = false;
        for (size_t s = 0; s < model->sources.count && !known; s++)
            known = str_equal(model->sources.at[s].key.text, key->text);
        if (!known)
            diag_fault(diag, key->span, "add it to the map `sources`", "there is no source `%.*s`",
                       STR_ARGS(key->text));
    }
    mission_rules(mission, diag);
}

/* ---- labels ---- */

static void check_label_language(const struct model *model, const char *key, struct str language,
                                 struct diag *diag) {
    const struct label *label = label_find(&model->labels, str_from(key));
    if (label && !text_has(&label->text, language))
        diag_fault(diag, label->text.span, "add the translation", "`%s` has no word in `%.*s`", key,
                   STR_ARGS(language));
}

static void check_label_languages(const struct model *model, const struct strings *languages,
                                  struct diag *diag) {
    for (size_t i = 0; i < languages->count; i++)
        for (size_t k = 0; k < label_key_count; k++)
            check_label_language(model, label_keys[k], languages->at[i].text, diag);
}

static void check_labels(const struct model *model, struct diag *diag) {
    if (model->labels.count == 0) {
        diag_fault(diag, (struct span){.file = model->folder.at}, "copy it from the sample data",
                   "the folder has no labels.yaml");
        return;
    }
    const char *path = model->labels.at[0].key.span.file;
    for (size_t k = 0; k < label_key_count; k++)
        if (!label_find(&model->labels, str_from(label_keys[k])))
            diag_fault(diag, (struct span){.file = path}, "add it, in every language",
                       "the word `%s` is missing from labels.yaml", label_keys[k]);
    for (size_t i = 0; i < model->bulletins.count; i++)
        check_label_languages(model, &model->bulletins.at[i].languages, diag);
    for (size_t i = 0; i < model->directories.count; i++)
        check_label_languages(model, &model->directories.at[i].languages, diag);
    for (size_t i = 0; i < model->releases.count; i++)
        check_label_language(model, "print_version", model->releases.at[i].language.text, diag);
}

/* ---- themes ---- */

static const struct theme_role *role_find(const struct theme *theme, struct str name) {
    for (size_t i = 0; i < theme->roles.count; i++)
        if (str_equal(theme->roles.at[i].key.text, name))
            return &theme->roles.at[i];
    return NULL;
}

static void check_colour(const struct theme *theme, const struct string *name, struct diag *diag) {
    if (!name->text.length)
        return;
    const char *words[64];
    size_t count = 0;
    for (size_t i = 0; i < theme->colours.count; i++) {
        if (str_equal(theme->colours.at[i].key.text, name->text))
            return;
        if (count < 64)
            words[count++] = theme->colours.at[i].key.text.at;
    }
    const char *nearest = schema_nearest(name->text, words, count);
    char hint[100];
    snprintf(hint, sizeof hint, "did you mean `%s`?", nearest ? nearest : "");
    diag_fault(diag, name->span, nearest ? hint : "add it to `colours`",
               "there is no colour `%.*s`", STR_ARGS(name->text));
}

/* A chain of `like` ends after as many steps as there are roles, or it is a loop. */
static void check_like(const struct theme *theme, const struct theme_role *role,
                       struct diag *diag) {
    const struct theme_role *at = role;
    for (size_t steps = 0; at->like.text.length; steps++) {
        const struct theme_role *next = role_find(theme, at->like.text);
        if (!next) {
            if (at == role)
                diag_fault(diag, role->like.span, NULL, "there is no role `%.*s`",
                           STR_ARGS(role->like.text));
            return;
        }
        if (steps > theme->roles.count) {
            diag_fault(diag, role->like.span, "let the chain end at `text`",
                       "the role `%.*s` is like itself", STR_ARGS(role->key.text));
            return;
        }
        at = next;
    }
}

static void check_theme(const struct theme *theme, struct diag *diag) {
    for (size_t i = 0; i < theme->roles.count; i++) {
        check_like(theme, &theme->roles.at[i], diag);
        check_colour(theme, &theme->roles.at[i].colour, diag);
        check_colour(theme, &theme->roles.at[i].rule_colour, diag);
    }
}

void model_check(const struct model *model, struct diag *diag) {
    const struct model_index *index = model->index;
    check_ids(&index->missions, model->missions.count, "mission", diag);
    check_ids(&index->releases, model->releases.count, "release", diag);
    check_ids(&index->bulletins, model->bulletins.count, "bulletin", diag);
    check_ids(&index->directories, model->directories.count, "directory", diag);
    check_ids(&index->themes, model->themes.count, "theme", diag);
    for (size_t i = 0; i < model->missions.count; i++)
        check_mission(model, &model->missions.at[i], diag);
    for (size_t i = 0; i < model->releases.count; i++)
        check_release(model, &model->releases.at[i], diag);
    for (size_t i = 0; i < model->bulletins.count; i++)
        check_bulletin(model, &model->bulletins.at[i], diag);
    for (size_t i = 0; i < model->directories.count; i++)
        check_directory(model, &model->directories.at[i], diag);
    for (size_t i = 0; i < model->themes.count; i++)
        check_theme(&model->themes.at[i], diag);
    check_labels(model, diag);
}
