/* One mission as directories and listings show it. */
#ifndef PUBLICATION_ENTRY_H
#define PUBLICATION_ENTRY_H

#include "publication/publication.h"

/* "mission-at-vienna-emb": the block's id, for links and references. */
struct str mission_block_id(const struct edition *edition, const struct mission *mission);
/* The name of the type: "Embassy". */
struct str mission_type_name(const struct edition *edition, const struct mission *mission);
/* "Embassy, Vienna"; missions to organisations and the ministry by their full names. */
struct str mission_title(const struct edition *edition, const struct mission *mission);
/* The full name as a masthead bears it, with the city where others share the name. */
struct str mission_masthead(const struct edition *edition, const struct mission *mission);
struct str mission_country(const struct edition *edition, const struct mission *mission);

/* The facts to show, in their order: all of them, unless a directory chooses. */
struct entry_fields {
    enum entry_field order[ENTRY_FIELDS];
    size_t count;
    bool show[ENTRY_FIELDS];
};
struct entry_fields entry_fields_all(void);
struct entry_fields entry_fields_of(const struct directory *directory);

/* Appends the entry. `heading` is the role of its name, ROLE_ARTIFACT: without name (that of the
 * ministry is the heading above it). */
struct block *entry_add(const struct edition *edition, struct block *parent,
                        const struct mission *mission, const struct entry_fields *fields,
                        enum role heading);

#endif
