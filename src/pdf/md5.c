#include "pdf/md5.h"
#include <hpdf.h>
#include <hpdf_encrypt.h>

#define PART ((size_t)1 << 30) /* libharu counts bytes in 32 bits */

void md5(struct str bytes, unsigned char digest[MD5_BYTES]) {
    struct HPDF_MD5Context context;
    HPDF_MD5Init(&context);
    for (size_t from = 0; from < bytes.length; from += PART) {
        struct str part = str_part(bytes, from, PART);
        HPDF_MD5Update(&context, (const HPDF_BYTE *)part.at, (HPDF_UINT32)part.length);
    }
    HPDF_MD5Final(digest, &context);
}
