// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes in the place of a proof: they are read without harm, and nothing passes that this device did not sign. The
// input either stands for itself or says how a sound proof is changed.
#include "audit/Journal.h"
#include "audit/Proof.h"
#include "fuzz/Fuzz.h"

#include <QBuffer>
#include <QTemporaryDir>

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

struct Sound {
  QTemporaryDir folder;
  FixedClock clock{fromMillis(1'772'000'000'000)};
  IdSource ids{clock, 3};
  std::unique_ptr<Database> db = sure(Database::open(QStringLiteral(":memory:"), OpenMode::CreateNew), "a workspace");
  HeadWitness witness = sure(HeadWitness::open(folder.path()), "a key");
  QByteArray proof;

  Sound() {
    Journal journal(*db, clock, ids);
    Transaction t = sure(Transaction::begin(*db), "a transaction");
    for (int i = 0; i < 40; ++i)
      sure(journal.append(systemActor(), QStringLiteral("k"), QStringLiteral("t"), QString::number(i),
                          {{QStringLiteral("n"), i}}),
           "an entry");
    sureStatus(t.commit(), "the commit");
    QBuffer out(&proof);
    need(out.open(QIODevice::WriteOnly), "a buffer");
    ProofScope scope;
    scope.writtenAt = clock.now();
    scope.entries = std::vector<qint64>{1, 2, 20, 40};
    ProofWriter writer = sure(ProofWriter::begin(out, *db, witness, scope), "a proof");
    while (!sure(writer.step(*db, 100, {}), "its entries")) {
    }
    sureStatus(writer.finish(), "its end");
  }
};

ProofReport checked(QByteArray bytes) {
  QBuffer in(&bytes);
  need(in.open(QIODevice::ReadOnly), "a buffer");
  return sure(checkProof(in), "a buffer can always be read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Sound& sound = kept<Sound>();
  const QByteArray foreign(reinterpret_cast<const char*>(data), qsizetype(size));
  const ProofReport report = checked(foreign);
  need(report.intact() == (report.brokenLine == 0), "what is broken is named");
  need(!report.intact() || report.fingerprint != keyFingerprint(sure(sound.witness.publicKey(), "the key")) ||
           foreign == sound.proof,
       "only what was written passes");
  // Pieces of the input laid over the sound proof.
  Input in(data, size);
  QByteArray changed = sound.proof;
  while (!in.empty()) {
    const qsizetype at = qsizetype(in.byte() * 256 + in.byte()) % changed.size();
    const QByteArray piece = Input::toBytes(in.line());
    changed.replace(at, std::min<qsizetype>(piece.size(), changed.size() - at), piece);
  }
  need(changed == sound.proof || !checked(changed).intact(), "no change passes");
  return 0;
}
