/* Which character identifiers a Compact Font Format table has (Adobe Technical Note 5176). */
#ifndef PDF_CFF_H
#define PDF_CFF_H

#include "base/str.h"

/* True when the table is CID-keyed: then `cids` has the CID of each of its glyphs. For a name-keyed
 * or damaged table false: PDF then takes CIDs for glyph numbers (ISO 32000-1, 9.7.4.2). */
bool cff_cids(struct str table, uint32_t glyph_count, uint16_t *cids);

#endif
