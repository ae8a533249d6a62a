#include "publication/roll.h"
#include "base/array.h"
#include "publication/country.h"
#include "publication/entry.h"

#include <stdlib.h>

struct maker {
    const struct edition *edition;
    enum roll_order order;
    ARRAY(struct roll_entry) entries;
    bool embassy[COUNTRIES];
    struct str names[COUNTRIES]; /* names and keys, made once a country */
    struct str keys[COUNTRIES];
};

static struct str sort_key(const struct maker *maker, struct str s) {
    return locale_sort_key(maker->edition->locale, maker->edition->arena, s);
}

static void set_country(struct maker *maker, struct roll_entry *entry, struct str iso,
                        const struct mission *named_by) {
    size_t place = country_place(iso);
    bool own_name = named_by && named_by->country_name->count;
    entry->iso = iso;
    if (place < COUNTRIES && !own_name && maker->names[place].length) {
        entry->country = maker->names[place];
        entry->country_key = maker->keys[place];
        return;
    }
    entry->country = own_name ? mission_country(maker->edition, named_by)
                              : locale_country(maker->edition->locale, maker->edition->arena, iso);
    entry->country_key = sort_key(maker, entry->country);
    if (place < COUNTRIES) {
        maker->names[place] = entry->country;
        maker->keys[place] = entry->country_key;
    }
}

static void set_part(struct maker *maker, struct roll_entry *entry) {
    const struct mission *mission = entry->mission;
    struct arena *arena = maker->edition->arena;
    if (maker->order == ROLL_BY_REGION) {
        entry->part = text_in(&mission->region, maker->edition->language);
        entry->part_key = sort_key(maker, entry->part);
    } else if (maker->order == ROLL_BY_TYPE) {
        entry->part = mission_type_name(maker->edition, mission);
        entry->part_key = str_print(arena, "%02d", mission->type.value);
    }
}

static void add_mission(struct maker *maker, const struct mission *mission) {
    struct roll_entry *entry = array_add(&maker->entries, maker->edition->arena);
    entry->mission = mission;
    entry->city_key = sort_key(maker, text_in(&mission->city, maker->edition->language));
    set_country(maker, entry, mission->country.text, mission);
    set_part(maker, entry);
    size_t place = country_place(mission->country.text);
    if (place < COUNTRIES && mission->type.value == MISSION_EMBASSY)
        maker->embassy[place] = true;
}

static void add_covered(struct maker *maker, const struct mission *mission) {
    for (size_t i = 0; i < mission->accredited_to->count; i++) {
        struct str iso = mission->accredited_to->at[i].text;
        size_t place = country_place(iso);
        if (place >= COUNTRIES || maker->embassy[place])
            continue;
        struct roll_entry *entry = array_add(&maker->entries, maker->edition->arena);
        entry->mission = mission;
        entry->covers = true;
        entry->city_key = sort_key(maker, text_in(&mission->city, maker->edition->language));
        set_country(maker, entry, iso, NULL);
    }
}

static int entry_compare(const void *left, const void *right) {
    const struct roll_entry *a = left, *b = right;
    int order = str_compare(a->part_key, b->part_key);
    if (order == 0)
        order = str_compare(a->country_key, b->country_key);
    if (order == 0)
        order = (int)a->covers - (int)b->covers;
    if (order == 0)
        order = a->mission->type.value - b->mission->type.value;
    if (order == 0)
        order = str_compare(a->city_key, b->city_key);
    return order ? order : str_compare(a->mission->id.text, b->mission->id.text);
}

struct roll roll_new(const struct edition *edition, const struct mission *const *missions,
                     size_t count, enum roll_order order, bool covered) {
    struct maker *maker = arena_make(edition->arena, struct maker, 1);
    maker->edition = edition;
    maker->order = order;
    array_reserve(&maker->entries, edition->arena, count);
    for (size_t i = 0; i < count; i++)
        if (missions[i]->type.value != MISSION_MINISTRY)
            add_mission(maker, missions[i]);
    for (size_t i = 0; i < count && covered && order == ROLL_BY_COUNTRY; i++)
        add_covered(maker, missions[i]);
    if (maker->entries.count)
        qsort(maker->entries.at, maker->entries.count, sizeof *maker->entries.at, entry_compare);
    return (struct roll){maker->entries.at, maker->entries.count};
}

size_t roll_part_end(const struct roll *roll, size_t from) {
    size_t end = from;
    while (end < roll->count && str_equal(roll->at[end].part, roll->at[from].part))
        end++;
    return end;
}

size_t roll_country_end(const struct roll *roll, size_t from) {
    size_t end = from;
    while (end < roll->count && str_equal(roll->at[end].part, roll->at[from].part) &&
           str_equal(roll->at[end].country, roll->at[from].country))
        end++;
    return end;
}
