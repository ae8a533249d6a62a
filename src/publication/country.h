/* Countries: the name in the edition's language, and in the country's own where it has one. */
#ifndef PUBLICATION_COUNTRY_H
#define PUBLICATION_COUNTRY_H

#include "publication/publication.h"

/* Places for a table by country: each pair of letters has one. */
enum { COUNTRIES = 26 * 26 };
/* The place of an ISO 3166-1 alpha-2 code; COUNTRIES when it is none. */
size_t country_place(struct str iso);

/* The language of addresses in the country; empty where there are several or none is known. */
struct str country_language(struct str iso);
/* What the country calls itself, and in which language; empty where no one language is known or the
 * name is the same as `name`. */
struct str country_local_name(const struct edition *edition, struct str iso, struct str name,
                              struct str *language);

#endif
