"""Sources from elsewhere that findings of the story rest on, by their names. Pure."""

from dialog.demo.analysis.parts import source

CRIME = source("Anmälda brott, polisen", "Reported crime, the police", "الجرائم المبلَّغ عنها، الشرطة")
SAFETY = source("Trygghetsmätningen, polisen", "The safety survey of the police", "قياس الأمان، الشرطة")
DEPARTMENTS = source(
    "Förvaltningarnas egna lägesbilder", "The departments' own pictures", "صورة الوضع لدى الإدارات نفسها"
)
ASSESSMENT = source("Polisens lägesbild", "The assessment of the police", "صورة الوضع لدى الشرطة")
