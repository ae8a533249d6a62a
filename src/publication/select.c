#include "publication/select.h"
#include "base/array.h"

#include <stdlib.h>

bool strings_have(const struct strings *strings, struct str s) {
    for (size_t i = 0; i < strings->count; i++)
        if (str_equal(strings->at[i].text, s))
            return true;
    return false;
}

/* ---- missions ---- */

/* A condition that is not given holds. */
static bool strings_allow(const struct strings *strings, struct str s) {
    return strings->count == 0 || strings_have(strings, s);
}

static bool choices_allow(const struct choice *choices, size_t count, int value) {
    for (size_t i = 0; i < count; i++)
        if (choices[i].value == value)
            return true;
    return count == 0;
}

/* A region is named in any of its languages. */
static bool region_allowed(const struct strings *regions, const struct mission *mission) {
    for (size_t i = 0; i < mission->region.count; i++)
        if (strings_have(regions, mission->region.at[i].text))
            return true;
    return regions->count == 0;
}

static bool mission_chosen(const struct directory *directory, const struct mission *mission) {
    return strings_allow(&directory->select.missions, mission->id.text) &&
           strings_allow(&directory->select.countries, mission->country.text) &&
           region_allowed(&directory->select.regions, mission) &&
           choices_allow(directory->select.types.at, directory->select.types.count,
                         mission->type.value) &&
           choices_allow(directory->select.statuses.at, directory->select.statuses.count,
                         mission->status.value);
}

struct chosen_missions select_missions(const struct edition *edition,
                                       const struct directory *directory) {
    const struct missions *missions = &edition->model->missions;
    struct chosen_missions chosen = {
        arena_make(edition->arena, const struct mission *, missions->count), 0};
    for (size_t i = 0; i < missions->count; i++)
        if (mission_chosen(directory, &missions->at[i]))
            chosen.at[chosen.count++] = &missions->at[i];
    return chosen;
}

/* ---- releases ---- */

static bool tags_meet(const struct strings *tags, const struct strings *wanted) {
    for (size_t i = 0; i < wanted->count; i++)
        if (strings_have(tags, wanted->at[i].text))
            return true;
    return wanted->count == 0;
}

static bool release_chosen(const struct edition *edition, const struct bulletin *bulletin,
                           const struct release *release) {
    struct date from =
        bulletin->select.from.date.year ? bulletin->select.from.date : bulletin->from.date;
    struct date to = bulletin->select.to.date.year ? bulletin->select.to.date : bulletin->to.date;
    return str_equal(release->language.text, edition->language) &&
           date_compare(release->date.date, from) >= 0 &&
           date_compare(release->date.date, to) <= 0 &&
           tags_meet(&release->tags, &bulletin->select.tags);
}

static int oldest_first(const void *left, const void *right) {
    const struct release *const *a = left, *const *b = right;
    int order = date_compare((*a)->date.date, (*b)->date.date);
    return order ? order : str_compare((*a)->id.text, (*b)->id.text);
}

static int newest_first(const void *left, const void *right) {
    const struct release *const *a = left, *const *b = right;
    int order = date_compare((*b)->date.date, (*a)->date.date);
    return order ? order : str_compare((*a)->id.text, (*b)->id.text);
}

static struct chosen_releases releases_named(const struct edition *edition,
                                             const struct strings *ids) {
    struct chosen_releases chosen = {arena_make(edition->arena, const struct release *, ids->count),
                                     0};
    for (size_t i = 0; i < ids->count; i++) {
        const struct release *release = release_find(edition->model, ids->at[i].text);
        if (release)
            release = release_in(edition->model, release, edition->language);
        if (release)
            chosen.at[chosen.count++] = release;
    }
    return chosen;
}

static struct chosen_releases releases_matching(const struct edition *edition,
                                                const struct bulletin *bulletin) {
    const struct releases *releases = &edition->model->releases;
    struct chosen_releases chosen = {
        arena_make(edition->arena, const struct release *, releases->count), 0};
    for (size_t i = 0; i < releases->count; i++)
        if (release_chosen(edition, bulletin, &releases->at[i]))
            chosen.at[chosen.count++] = &releases->at[i];
    return chosen;
}

struct chosen_releases select_releases(const struct edition *edition,
                                       const struct bulletin *bulletin) {
    struct chosen_releases chosen = bulletin->select.releases.count
                                        ? releases_named(edition, &bulletin->select.releases)
                                        : releases_matching(edition, bulletin);
    int order = bulletin->select.order.value;
    if (chosen.count && order != ORDER_GIVEN)
        qsort(chosen.at, chosen.count, sizeof *chosen.at,
              order == ORDER_OLDEST ? oldest_first : newest_first);
    return chosen;
}
