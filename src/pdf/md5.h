/* The checksum that PDF has for attached files (ISO 32000-1, table 46). It tells a damaged file,
 * not a forged one. */
#ifndef PDF_MD5_H
#define PDF_MD5_H

#include "base/str.h"

enum { MD5_BYTES = 16 };

void md5(struct str bytes, unsigned char digest[MD5_BYTES]);

#endif
