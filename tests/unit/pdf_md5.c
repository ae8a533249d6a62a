/* The digests of RFC 1321, A.5, and of texts at the ends of blocks. */
#include "pdf/md5.h"
#include "unit/check.h"
#include <stdio.h>
#include <string.h>

static bool digest_is(struct str text, const char *expected) {
    unsigned char digest[MD5_BYTES];
    char shown[2 * MD5_BYTES + 1];
    md5(text, digest);
    for (int i = 0; i < MD5_BYTES; i++)
        snprintf(shown + 2 * i, 3, "%02x", digest[i]);
    return strcmp(shown, expected) == 0;
}

int main(void) {
    static char letters[128];
    memset(letters, 'a', sizeof letters);
    CHECK(digest_is(STR(""), "d41d8cd98f00b204e9800998ecf8427e"));
    CHECK(digest_is(STR("abc"), "900150983cd24fb0d6963f7d28e17f72"));
    CHECK(digest_is(STR("message digest"), "f96b697d7cb7938d525a2f31aaf161d0"));
    CHECK(digest_is(STR("abcdefghijklmnopqrstuvwxyz"), "c3fcd3d76192e4007dfb496cca67e13b"));
    CHECK(digest_is((struct str){letters, 55}, "ef1772b6dff9a122358552954ad0df65"));
    CHECK(digest_is((struct str){letters, 56}, "3b0c8ac703f828b04c6c197006d17218"));
    CHECK(digest_is((struct str){letters, 64}, "014842d480b571495a4a0363793f7367"));
    CHECK(digest_is((struct str){letters, 128}, "e510683b3f5ffe4093d021808bc6ff70"));
    return check_end();
}
