/* What documents are made of, as digests: the same inputs give the same bytes, so that a document
 * whose inputs are those of its last making need not be made again. Whoever lets a document depend
 * on something new adds it here; rather too much than too little. */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include "base/digest.h"
#include "cli/session.h"
#include "doc/doc.h"
#include "publication/publication.h"

/* Of what all documents depend on: the program and its libraries, the options that change pages,
 * the manifest of the fonts and every file it names, hyphenation patterns in `hyphen_folder`,
 * colour profiles. */
struct digest inputs_common(const struct session *session, const char *hyphen_folder);

/* Where the data lie, seen from the folder of the output: the same when both are moved together. */
struct digest inputs_origin(const char *data, const char *out);

/* Of all that a document is made of but its pictures. A release depends on its file and on those of
 * its translations, issuer and missions; bulletins and directories on the releases they take and on
 * all files of other kinds. `edition` needs model, theme, language and arena. */
struct digest inputs_of(struct digest common, const struct edition *edition, const struct job *job);
/* Whether the document may show pictures, which only its composition tells. */
bool inputs_may_show_pictures(const struct edition *edition, const struct job *job);
/* Of `inputs` and of the pictures that the document shows. */
struct digest inputs_with_pictures(struct digest inputs, const struct doc *doc);

#endif
