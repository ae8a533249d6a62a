/* Missions by country, as the body of a directory and at the end of a bulletin. */
#ifndef PUBLICATION_LISTING_H
#define PUBLICATION_LISTING_H

#include "publication/entry.h"
#include "publication/roll.h"

/* Appends the countries with their entries; `level` is that of the first heading (2: H2).
 * Outline entries begin at `outline_level`. */
void listing_add(const struct edition *edition, struct block *parent, const struct roll *roll,
                 const struct entry_fields *fields, int level, int outline_level);
/* The id of a country's block: "country-AT", with the part in orders by region or type. */
struct str country_block_id(const struct edition *edition, const struct roll_entry *entry);

#endif
