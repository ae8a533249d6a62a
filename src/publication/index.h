/* Indexes: names under their initial letters with the pages they are on. */
#ifndef PUBLICATION_INDEX_H
#define PUBLICATION_INDEX_H

#include "publication/roll.h"

/* Appends the index of cities, countries or heads of mission for what stands in the roll; false,
 * and nothing is added, when it would be empty. */
bool index_add(const struct edition *edition, struct block *parent, enum directory_index kind,
               const struct roll *roll);
/* The id of the index's heading, and the key of its title. */
struct str index_block_id(enum directory_index kind);
const char *index_label(enum directory_index kind);

#endif
