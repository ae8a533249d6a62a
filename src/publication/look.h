/* What the publications ask of a look beyond its styles: page masters. */
#ifndef PUBLICATION_LOOK_H
#define PUBLICATION_LOOK_H

#include "publication/publication.h"
#include "publication/template.h"

/* A new master with the theme's measures and its heads and feet, whose placeholders `slots` fill;
 * those of the page ({title}, {page}, …) need no slot. Publications may still change it. */
struct master *look_master(const struct edition *edition, const char *name,
                           const struct slot *slots, size_t count);
/* The same for lists: two columns take the place of text and side column. */
struct master *look_list_master(const struct edition *edition, const char *name,
                                const struct slot *slots, size_t count);

#endif
