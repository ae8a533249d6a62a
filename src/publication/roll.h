/* The missions of a directory or listing in their order, parted into countries. */
#ifndef PUBLICATION_ROLL_H
#define PUBLICATION_ROLL_H

#include "publication/publication.h"

enum roll_order { ROLL_BY_COUNTRY, ROLL_BY_REGION, ROLL_BY_TYPE };

/* One mission under one country: in it, or covering it from elsewhere. */
struct roll_entry {
    const struct mission *mission;
    bool covers;
    struct str part;    /* title of the region or type; empty in the order by country */
    struct str country; /* name */
    struct str iso;
    struct str part_key, country_key, city_key; /* put them in order (locale_sort_key) */
};
struct roll {
    struct roll_entry *at;
    size_t count;
};

/* Orders `missions` by part, country (collation of the language), type, city. With `covered`, in
 * the order by country, the countries to which an embassy elsewhere is accredited and which have
 * none themselves stand in the roll as well. The ministry is left out: it has its own place. */
struct roll roll_new(const struct edition *edition, const struct mission *const *missions,
                     size_t count, enum roll_order order, bool covered);
/* Where the part or the country that begins at `from` ends. */
size_t roll_part_end(const struct roll *roll, size_t from);
size_t roll_country_end(const struct roll *roll, size_t from);

#endif
