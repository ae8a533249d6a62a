/* Opening hours in few words. */
#ifndef PUBLICATION_HOURS_H
#define PUBLICATION_HOURS_H

#include "publication/publication.h"

/* "Mon–Fri 9.00–13.00, 14.00–18.00 (visas)" in the edition's language. */
struct str hours_text(const struct edition *edition, const struct hours *hours);

#endif
