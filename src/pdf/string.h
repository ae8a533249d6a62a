/* Strings and names of PDF syntax (ISO 32000-1, 7.3.4, 7.3.5, 7.9.2). */
#ifndef PDF_STRING_H
#define PDF_STRING_H

#include "base/str.h"

/* One byte of a literal, escaped where it must be; returns where it ends, that many bytes further
 * on at most. */
enum { STRING_BYTE_ROOM = 2 };
char *string_byte(char *at, unsigned char byte);

/* A byte string as a literal: "(...)" with what must be escaped. */
void string_bytes(struct buffer *out, struct str bytes);
/* A text string: ASCII as it is, all else in UTF-16BE with its byte order mark. */
void string_text(struct buffer *out, struct str utf8);
/* A name: "/..." with what must be escaped as #xx. */
void string_name(struct buffer *out, struct str bytes);
/* The UTF-16BE code units of the text in hexadecimal, without brackets, for CMaps. */
void string_utf16_hex(struct buffer *out, struct str utf8);

#endif
